/// The documents of one pair while they are put into a file.
struct PostingList {
  private let bitmapSize: Int
  private var documents: [UInt32] = []
  /// The distances between them, as numbers.
  private var distances: [UInt8] = []

  init(documentCount: Int) {
    bitmapSize = (documentCount + 7) / 8
  }

  mutating func removeAll() {
    documents.removeAll(keepingCapacity: true)
    distances.removeAll(keepingCapacity: true)
  }

  /// Adds a document, later than the last.
  mutating func add(_ document: UInt32) {
    Self.append(number: document - (documents.last ?? 0), to: &distances)
    documents.append(document)
  }

  /// Appends the shorter one of its two forms.
  func append(to bytes: inout [UInt8]) {
    guard distances.count > bitmapSize else {
      Self.append(number: UInt32(distances.count) << 1, to: &bytes)
      bytes += distances
      return
    }
    Self.append(number: UInt32(bitmapSize) << 1 | 1, to: &bytes)
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: bitmapSize))
    for document in documents { bytes[start + Int(document >> 3)] |= 1 << UInt8(document & 7) }
  }

  /// Seven bits a byte, the lowest first; all but the last have the eighth.
  static func append(number: UInt32, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F | 0x80))
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
