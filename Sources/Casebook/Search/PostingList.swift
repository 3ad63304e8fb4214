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
    distances.append(variableLength: UInt(document - (documents.last ?? 0)))
    documents.append(document)
  }

  /// Appends the shorter one of its two forms.
  func append(to bytes: inout [UInt8]) {
    guard distances.count > bitmapSize else {
      bytes.append(variableLength: UInt(distances.count) << 1)
      bytes += distances
      return
    }
    bytes.append(variableLength: UInt(bitmapSize) << 1 | 1)
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: bitmapSize))
    for document in documents { bytes[start + Int(document >> 3)] |= 1 << UInt8(document & 7) }
  }
}
