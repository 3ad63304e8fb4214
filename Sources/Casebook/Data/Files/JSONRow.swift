/// Rows as JSON objects: a member a column, null where nothing is stated.
enum JSONRow {
  /// Appends the members of a row, without braces.
  ///
  /// - Parameter columns: the indexes of the columns to show.
  static func appendMembers(
    _ cells: borrowing [Cell], of table: DataTable, _ columns: [Int], to bytes: inout [UInt8]
  ) {
    for (position, column) in columns.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += table.columns[column].member
      append(cells[column], to: &bytes)
    }
  }

  static func append(
    _ cells: borrowing [Cell], of table: DataTable, _ columns: [Int], to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: "{"))
    appendMembers(cells, of: table, columns, to: &bytes)
    bytes.append(UInt8(ascii: "}"))
  }

  private static func append(_ cell: Cell, to bytes: inout [UInt8]) {
    switch cell {
    case .null: bytes += "null".utf8
    case .text(let text): JSONText.append(text, to: &bytes)
    case .bytes(let text): text.withUnsafeBufferPointer { JSONText.append($0, to: &bytes) }
    case .integer(let number): bytes += String(number).utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .date(let date):
      bytes.append(UInt8(ascii: "\""))
      date.append(to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    case .list(let words): append(words, to: &bytes)
    }
  }

  static func append(_ words: [String], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for (position, word) in words.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONText.append(word, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }
}

/// A table as one JSON array, a row a line; long texts are left out.
struct JSONTable {
  let table: DataTable
  let source: DataSource

  func append(to bytes: inout [UInt8]) {
    let columns = table.columns.indices.filter { !table.columns[$0].type.isLong }
    var isFirst = true
    bytes.append(UInt8(ascii: "["))
    table.forEachRow(in: source) { cells in
      bytes += (isFirst ? "\n" : ",\n").utf8
      isFirst = false
      JSONRow.append(cells, of: table, columns, to: &bytes)
    }
    bytes += "\n]\n".utf8
  }
}
