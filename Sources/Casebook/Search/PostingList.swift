/// The documents of one pair while they are put into a file.
struct PostingList {
  private let bitmapSize: Int
  /// The distances between them, as numbers.
  private var distances: [UInt8] = []
  private var last: UInt32 = 0

  init(documentCount: Int) {
    bitmapSize = (documentCount + 7) / 8
  }

  mutating func removeAll() {
    distances.removeAll(keepingCapacity: true)
    last = 0
  }

  /// Adds the documents of a table's slot, later than the last.
  mutating func add(_ slot: Int, of table: PostingTable) {
    last = table.appendDistances(ofSlot: slot, from: last, to: &distances)
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
    bytes.withUnsafeMutableBufferPointer { bytes in
      forEachDocument { bytes[start + $0 >> 3] |= 1 << UInt8($0 & 7) }
    }
  }

  @inline(__always)
  private func forEachDocument(_ use: (Int) -> Void) {
    var (document, distance, shift) = (0, 0, 0)
    for byte in distances {
      distance |= Int(byte & 0x7F) << shift
      shift += 7
      guard byte < 0x80 else { continue }
      document += distance
      use(document)
      (distance, shift) = (0, 0)
    }
  }
}
