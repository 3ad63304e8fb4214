/// Rows of a table as JSON objects: a member a column, null where nothing is stated.
struct JSONRow: Sendable {
  let table: DataTable
  /// The indexes of the columns that are shown.
  let columns: [Int]
  /// Their names in one run of bytes, each with its colon and with a comma before all but the first.
  private let names: [UInt8]
  /// Where each name ends.
  private let ends: [Int]

  init(_ table: DataTable, _ columns: [Int]) {
    self.table = table
    self.columns = columns
    var names: [UInt8] = []
    ends = columns.enumerated().map { position, column in
      names += "\(position > 0 ? "," : "")\"\(table.columns[column].name)\":".utf8
      return names.count
    }
    self.names = names
  }

  /// Appends the members of a row, without braces.
  ///
  /// - Parameter cells: of the columns that are shown.
  func appendMembers(_ cells: borrowing [Cell], to bytes: inout [UInt8]) {
    names.withUnsafeBufferPointer { names in
      var start = 0
      for index in cells.indices {
        let end = ends[index]
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: names[start..<end]))
        Self.append(cells[index], to: &bytes)
        start = end
      }
    }
  }

  func append(_ cells: borrowing [Cell], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    appendMembers(cells, to: &bytes)
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
    let row = JSONRow(table, table.shortColumns)
    var isFirst = true
    bytes.append(UInt8(ascii: "["))
    table.forEachRow(in: source, row.columns) { cells in
      bytes += (isFirst ? "\n" : ",\n").utf8
      isFirst = false
      row.append(cells, to: &bytes)
    }
    bytes += "\n]\n".utf8
  }
}
