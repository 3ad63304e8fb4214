/// Rows of a table as JSON objects: a member a column, null where nothing is stated.
struct JSONRow: Sendable {
  let table: DataTable
  /// The indexes of the columns that are shown.
  let columns: [Int]
  /// Their names in one run of bytes, each with its colon and with a comma before all but the first.
  private let names: [UInt8]
  /// Where each name starts, and where the last ends.
  private let bounds: [Int]

  init(_ table: DataTable, _ columns: [Int]) {
    self.table = table
    self.columns = columns
    var names: [UInt8] = []
    bounds =
      [0]
      + columns.enumerated().map { place, column in
        names += "\(place > 0 ? "," : "")\"\(table.columns[column].name)\":".utf8
        return names.count
      }
    self.names = names
  }

  /// Appends the members of the row of a subject that has one, without braces.
  func appendMembers(of subject: Int, in source: DataSource, to bytes: inout [UInt8]) {
    table.forEachCell(of: subject, in: source, columns) { append($1, at: $0, to: &bytes) }
  }

  /// Appends the rows about a subject as objects behind one another.
  func appendObjects(of subject: Int, in source: DataSource, to bytes: inout [UInt8]) {
    var isFirst = true
    table.forEachCell(of: subject, in: source, columns) { place, cell in
      appendPart(of: cell, at: place, separatedBy: isFirst ? "" : ",", to: &bytes)
      isFirst = false
    }
  }

  /// Appends all rows as objects, a row a line.
  func appendLines(in source: DataSource, to bytes: inout [UInt8], _ drain: Drain) {
    var isFirst = true
    table.forEachCell(in: source, columns) { place, cell in
      appendPart(of: cell, at: place, separatedBy: isFirst ? "\n" : ",\n", to: &bytes)
      isFirst = false
      if place == columns.count - 1 { drain(&bytes) }
    }
  }

  /// - Parameter separator: what stands before an object.
  private func appendPart(
    of cell: borrowing Cell, at place: Int, separatedBy separator: StaticString, to bytes: inout [UInt8]
  ) {
    if place == 0 {
      bytes.append(separator)
      bytes.append(UInt8(ascii: "{"))
    }
    append(cell, at: place, to: &bytes)
    if place == columns.count - 1 { bytes.append(UInt8(ascii: "}")) }
  }

  private func append(_ cell: borrowing Cell, at place: Int, to bytes: inout [UInt8]) {
    names.withUnsafeBufferPointer {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[bounds[place]..<bounds[place + 1]]))
    }
    Self.append(cell, to: &bytes)
  }

  private static func append(_ cell: borrowing Cell, to bytes: inout [UInt8]) {
    switch cell {
    case .null: bytes.append("null")
    case .text(let text): JSONText.append(text, to: &bytes)
    case .bytes(let text): text.withUnsafeBufferPointer { JSONText.append($0, to: &bytes) }
    case .integer(let number): bytes.append(decimal: number)
    case .boolean(let value): bytes.append(value ? "true" : "false" as StaticString)
    case .date(let date):
      bytes.append(UInt8(ascii: "\""))
      date.append(to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    case .list(let words): append(words, to: &bytes)
    }
  }

  static func append(_ words: some Sequence<String>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    var isFirst = true
    for word in words {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      JSONText.append(word, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }
}

/// A table as one JSON array, a row a line; long texts are left out.
struct JSONTable {
  let table: DataTable
  let source: DataSource

  func append(to bytes: inout [UInt8], _ drain: Drain) {
    bytes.append(UInt8(ascii: "["))
    JSONRow(table, table.shortColumns).appendLines(in: source, to: &bytes, drain)
    bytes.append("\n]\n")
  }
}
