import Mustache

/// Rows of a table as JSON objects: a member a column, null where nothing is stated.
///
/// A class for the same reason as `Notice`.
final class JSONRow: Sendable {
  let table: DataTable
  /// For each short column of the table its place among those that are shown; nil where it is not.
  private let places: [Int?]
  private let count: Int
  /// The names of those that are shown in one run of bytes, each with its colon and with a comma before all but the first.
  private let names: [UInt8]
  /// Where each name starts, and where the last ends.
  private let bounds: [Int]

  /// - Parameter hidden: the names of the columns that are not shown; long texts are none of a row.
  init(_ table: DataTable, hiding hidden: Set<String> = []) {
    self.table = table
    let shown = table.shortColumns.map(\.name).filter { !hidden.contains($0) }
    places = table.shortColumns.map { shown.firstIndex(of: $0.name) }
    count = shown.count
    var names: [UInt8] = []
    bounds =
      [0]
      + shown.enumerated().map { place, name in
        names += "\(place > 0 ? "," : "")\"\(name)\":".utf8
        return names.count
      }
    self.names = names
  }

  /// Appends the members of the row of a subject that has one, without braces.
  func appendMembers(of subject: Int, in rows: PackedRows, to bytes: inout ByteBuffer) {
    table.forEachCell(about: subject, in: rows) { column, cell in
      if let place = places[column] { append(cell, at: place, to: &bytes) }
    }
  }

  /// Appends the rows about a subject as objects behind one another.
  func appendObjects(of subject: Int, in rows: PackedRows, to bytes: inout ByteBuffer) {
    var isFirst = true
    table.forEachCell(about: subject, in: rows) { column, cell in
      guard let place = places[column] else { return }
      appendPart(of: cell, at: place, separatedBy: isFirst ? "" : ",", to: &bytes)
      isFirst = false
    }
  }

  /// Appends all rows as objects, a row a line.
  func appendLines(in source: DataSource, to bytes: inout [UInt8], _ drain: Drain) {
    var isFirst = true
    var rows = ByteBuffer()
    table.forEachRun(in: source) { run in
      PackedCell.forEach(in: run, columnCount: places.count) { column, cell in
        guard let place = places[column] else { return }
        appendPart(of: cell, at: place, separatedBy: isFirst ? "\n" : ",\n", to: &rows)
        isFirst = false
      }
      rows.move(into: &bytes)
      drain(&bytes)
    }
  }

  /// - Parameter separator: what stands before an object.
  private func appendPart(
    of cell: PackedCell, at place: Int, separatedBy separator: StaticString, to bytes: inout ByteBuffer
  ) {
    if place == 0 {
      bytes.append(separator)
      bytes.append(UInt8(ascii: "{"))
    }
    append(cell, at: place, to: &bytes)
    if place == count - 1 { bytes.append(UInt8(ascii: "}")) }
  }

  private func append(_ cell: PackedCell, at place: Int, to bytes: inout ByteBuffer) {
    names.withUnsafeBufferPointer {
      bytes.append(UnsafeBufferPointer(rebasing: $0[bounds[place]..<bounds[place + 1]]))
    }
    Self.append(cell, to: &bytes)
  }

  private static func append(_ cell: PackedCell, to bytes: inout ByteBuffer) {
    switch cell.kind {
    case .null: bytes.append("null")
    case .text: JSONText.append(cell.text, to: &bytes)
    case .integer: bytes.append(cell.text)
    case .no: bytes.append("false")
    case .yes: bytes.append("true")
    case .plain, .date:
      bytes.append(UInt8(ascii: "\""))
      bytes.append(cell.text)
      bytes.append(UInt8(ascii: "\""))
    case .list:
      bytes.append(UInt8(ascii: "["))
      var isFirst = true
      cell.forEachWord { word in
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        JSONText.append(word, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    }
  }
}

/// A table as one JSON array, a row a line; long texts are left out.
struct JSONTable {
  let table: DataTable
  let source: DataSource

  func append(to bytes: inout [UInt8], _ drain: Drain) {
    bytes.append(UInt8(ascii: "["))
    JSONRow(table).appendLines(in: source, to: &bytes, drain)
    bytes.append("\n]\n")
  }
}
