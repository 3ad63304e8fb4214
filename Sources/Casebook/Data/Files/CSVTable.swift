import Mustache

/// A table as CSV: RFC 4180 in UTF-8 with a byte order mark, so that spreadsheet programs read Japanese right.
///
/// Long texts are left out; what is not stated is an empty field.
struct CSVTable {
  let table: DataTable
  let source: DataSource

  func append(to bytes: inout [UInt8], _ drain: Drain) {
    bytes += [0xEF, 0xBB, 0xBF]
    let columns = table.shortColumns
    for (position, column) in columns.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += column.name.utf8
    }
    bytes.append("\r\n")
    var rows = ByteBuffer()
    table.forEachRun(in: source) { run in
      PackedCell.forEach(in: run, columnCount: columns.count) { place, cell in
        if place > 0 { rows.append(UInt8(ascii: ",")) }
        Self.append(cell, to: &rows)
        if place == columns.count - 1 { rows.append("\r\n") }
      }
      rows.move(into: &bytes)
      drain(&bytes)
    }
  }

  private static func append(_ cell: PackedCell, to bytes: inout ByteBuffer) {
    switch cell.kind {
    case .null: break
    case .text, .list: CSVText.append(cell.text, to: &bytes)
    case .plain, .integer, .date: bytes.append(cell.text)
    case .no: bytes.append("false")
    case .yes: bytes.append("true")
    }
  }
}
