/// What is answered to a request.
struct HTTPResponse: Sendable {
  enum Content: Sendable {
    case bytes([UInt8])
    case file(OpenFile)
    /// The connection stays open, and what happens with a page is told on it (HTML, "Server-sent events").
    case events(ofPage: String)
  }

  var status = HTTPStatus.ok
  var mediaType: String
  var content: Content
  /// Where the reader is sent, percent-encoded.
  var location: String?

  /// An answer in plain words.
  static func text(_ status: HTTPStatus, _ text: String) -> HTTPResponse {
    HTTPResponse(status: status, mediaType: MediaType.plainText, content: .bytes(Array((text + "\n").utf8)))
  }

  var length: Int? {
    switch content {
    case .bytes(let bytes): bytes.count
    case .file(let file): file.length
    case .events: nil
    }
  }
}
