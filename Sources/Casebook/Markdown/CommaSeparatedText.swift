/// Comma-separated values (RFC 4180): a header and rows of the same number of fields.
///
/// Blank lines are no rows. White space around a field is kept, as section 2 says.
struct CommaSeparatedText {
  /// Why text is no table, and where.
  struct Fault: Error {
    let message: String
    let hint: String
    /// Where in the text, in bytes.
    let offset: Int
  }

  private let bytes: [UInt8]
  private var index = 0
  private var rows: [[[UInt8]]] = []

  /// The header and the rows, at least one of them.
  static func rows(of bytes: [UInt8]) throws(Fault) -> [[[UInt8]]] {
    var reader = CommaSeparatedText(bytes)
    try reader.readRows()
    return reader.rows
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var isAtLineEnd: Bool { index >= bytes.count || bytes[index] == UInt8(ascii: "\n") }

  private mutating func readRows() throws(Fault) {
    while index < bytes.count {
      let start = index
      let row = try readRow()
      index += 1
      let isBlank = row.count == 1 && row[0].allSatisfy { $0 <= 0x20 } && bytes[start] != UInt8(ascii: "\"")
      if !isBlank { try add(row, startingAt: start) }
    }
    guard rows.count > 1 else {
      throw Fault(
        message: rows.isEmpty ? "the table is empty" : "the table has a header and no rows",
        hint: "write a line of column names, then a line for each row", offset: 0)
    }
  }

  private mutating func add(_ row: [[UInt8]], startingAt start: Int) throws(Fault) {
    if let header = rows.first, header.count != row.count {
      throw Fault(
        message: "this row has \(row.count) fields, and the header has \(header.count)",
        hint: "put a field with a comma in it between \" and \"", offset: start)
    }
    rows.append(row)
  }

  /// Reads up to the end of the line.
  private mutating func readRow() throws(Fault) -> [[UInt8]] {
    var row: [[UInt8]] = []
    while true {
      let isQuoted = index < bytes.count && bytes[index] == UInt8(ascii: "\"")
      row.append(isQuoted ? try readQuotedField() : try readField())
      if isAtLineEnd { return row }
      index += 1
    }
  }

  private mutating func readField() throws(Fault) -> [UInt8] {
    let start = index
    while !isAtLineEnd, bytes[index] != UInt8(ascii: ",") {
      guard bytes[index] != UInt8(ascii: "\"") else {
        throw Fault(
          message: "there is a '\"' inside a field that does not start with one",
          hint: "put the whole field between \" and \", and write \"\" for the sign itself", offset: index)
      }
      index += 1
    }
    return Array(bytes[start..<index])
  }

  private mutating func readQuotedField() throws(Fault) -> [UInt8] {
    let start = index
    var field: [UInt8] = []
    index += 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") {
        index += 1
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
          try expectFieldEnd()
          return field
        }
      }
      field.append(bytes[index])
      index += 1
    }
    throw Fault(message: "the '\"' is not closed", hint: "write '\"' at the end of the field", offset: start)
  }

  private func expectFieldEnd() throws(Fault) {
    guard !isAtLineEnd, bytes[index] != UInt8(ascii: ",") else { return }
    throw Fault(
      message: "there is text behind the closing '\"'",
      hint: "a comma or the line's end comes next; write \"\" for the sign itself", offset: index)
  }
}
