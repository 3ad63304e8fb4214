/// An answer on its way: its head, and its content piece by piece, so that a film is never in memory as a whole.
struct Transmission {
  private static let pieceLength = 256 * 1024

  /// What is to be sent next.
  private(set) var pending: ArraySlice<UInt8>
  private var file: OpenFile?
  private var rest: Range<Int> = 0..<0
  let isPersistent: Bool
  /// The page whose events follow; nil for an answer that ends.
  let page: String?

  /// - Parameters:
  ///   - date: the Date field (RFC 9110, section 6.6.1).
  init(_ response: HTTPResponse, to request: HTTPRequest, date: String) {
    var head = ResponseHead(response, date: date)
    var part = 0..<(response.length ?? 0)
    if let length = response.length, response.status == .ok {
      switch ByteRange(request.range, length: length) {
      case .whole: break
      case .part(let range):
        part = range
        head.limit(to: range, of: length)
      case .unsatisfiable:
        part = 0..<0
        head.refuseRange(of: length)
      }
    }
    var isPersistent = request.isPersistent
    var page: String?
    var bytes: [UInt8] = []
    switch response.content {
    case .events(let eventPage):
      isPersistent = false
      page = request.isHead ? nil : eventPage
    case .bytes(let content): if !request.isHead { bytes = Array(content[part]) }
    case .file(let opened):
      if !request.isHead { (file, rest) = (opened, part) }
    }
    self.isPersistent = isPersistent
    self.page = page
    pending = head.encoded(isPersistent: isPersistent)[...] + bytes
  }

  /// A refusal, after which the connection is closed.
  init(_ refusal: Refusal, date: String) {
    let response = HTTPResponse.text(refusal.status, refusal.text)
    let head = ResponseHead(response, date: date)
    isPersistent = false
    page = nil
    pending = head.encoded(isPersistent: false)[...]
    if case .bytes(let bytes) = response.content { pending += bytes }
  }

  mutating func didSend(_ count: Int) { pending = pending.dropFirst(count) }

  /// Gets the next piece once everything pending was sent.
  ///
  /// - Returns: false when there is none; nil when the file became shorter than was promised.
  mutating func advance() -> Bool? {
    guard pending.isEmpty else { return true }
    guard let file, !rest.isEmpty else { return false }
    let piece = rest.prefix(Self.pieceLength)
    var bytes: [UInt8] = []
    guard file.read(piece, into: &bytes) else { return nil }
    pending = bytes[...]
    rest = piece.upperBound..<rest.upperBound
    return true
  }
}
