import Mustache

/// A cell as it is kept for the formats that write it: what it is, and its text, where it lies.
struct PackedCell {
  enum Kind: UInt8 {
    case null
    case text
    /// Text in which neither JSON nor CSV has anything to escape: asked once, for up to seven files.
    case plain
    /// Decimal digits.
    case integer
    case no
    case yes
    /// The form of ISO 8601.
    case date
    /// Words joined with `;`.
    case list
  }

  let kind: Kind
  /// Valid UTF-8.
  let text: UnsafeBufferPointer<UInt8>

  /// The number of a cell that is one.
  var integer: Int {
    let isNegative = text.first == UInt8(ascii: "-")
    let number = text.dropFirst(isNegative ? 1 : 0).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return isNegative ? -number : number
  }

  /// Calls with the words of a list.
  func forEachWord(_ use: (UnsafeBufferPointer<UInt8>) -> Void) {
    var start = 0
    while start < text.count {
      let end = text.firstIndex(ofByte: UInt8(ascii: ";"), from: start) ?? text.count
      use(UnsafeBufferPointer(rebasing: text[start..<end]))
      start = end + 1
    }
  }
}

extension PackedCell {
  /// Calls with the cells of packed rows, each with its place in its row: 0 starts a new one.
  @inline(__always)
  static func forEach(
    in rows: UnsafeBufferPointer<UInt8>, columnCount: Int, _ take: (_ place: Int, _ cell: PackedCell) -> Void
  ) {
    var index = 0
    var place = 0
    while index < rows.count {
      let kind = Kind(rawValue: rows[index]) ?? .null
      index += 1
      let length = length(in: rows, &index)
      take(
        place, PackedCell(kind: kind, text: UnsafeBufferPointer(rebasing: rows[index..<index + length])))
      index += length
      place = place + 1 == columnCount ? 0 : place + 1
    }
  }

  /// Seven bits a byte, the lowest first; all but the last have the eighth.
  @inline(__always)
  private static func length(in rows: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Int {
    var length = 0
    var shift = 0
    while true {
      let byte = rows[index]
      index += 1
      length |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return length }
      shift += 7
    }
  }
}

extension Cell {
  /// Appends the cell as `PackedCell` reads it: its kind, the length of its text, its text.
  func pack(into bytes: inout ByteBuffer) {
    switch self {
    case .null: Self.pack(.null, into: &bytes) { _ in }
    case .boolean(let value): Self.pack(value ? .yes : .no, into: &bytes) { _ in }
    case .integer(let number): Self.pack(.integer, into: &bytes) { $0.append(decimal: number) }
    case .date(let date):
      Self.pack(.date, into: &bytes) { $0.append(capacity: CivilDate.textCapacity, date.appendISO) }
    case .text(var text): text.withUTF8 { Self.pack($0, into: &bytes) }
    case .bytes(let text): text.withUnsafeBufferPointer { Self.pack($0, into: &bytes) }
    case .list(let words): Self.pack(words, into: &bytes)
    }
  }

  /// What has less than 128 bytes.
  @inline(__always)
  private static func pack(
    _ kind: PackedCell.Kind, into bytes: inout ByteBuffer, _ append: (inout ByteBuffer) -> Void
  ) {
    bytes.append(kind.rawValue)
    bytes.append(0)
    let start = bytes.count
    append(&bytes)
    bytes.replace(at: start - 1, by: UInt8(bytes.count - start))
  }

  private static func pack(_ text: UnsafeBufferPointer<UInt8>, into bytes: inout ByteBuffer) {
    let isPlain = JSONText.isPlain(text) && CSVText.isPlain(text)
    bytes.append((isPlain ? PackedCell.Kind.plain : .text).rawValue)
    bytes.append(variableLength: UInt(text.count))
    bytes.append(text)
  }

  private static func pack(_ words: [String], into bytes: inout ByteBuffer) {
    bytes.append(PackedCell.Kind.list.rawValue)
    bytes.append(variableLength: UInt(words.reduce(max(words.count - 1, 0)) { $0 + $1.utf8.count }))
    for (index, word) in words.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      bytes.append(utf8: word)
    }
  }
}
