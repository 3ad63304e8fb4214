/// Why text is no table, and where: lines from 0, columns from 1 in Unicode scalars.
struct CSVFailure: Error {
  let message: String
  let line: Int
  let column: Int
  let hint: String
}

/// Reads comma-separated values (RFC 4180): a header row and rows of the same length.
///
/// White space around an unquoted value is left out; blank lines are not rows.
struct CSVReader {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 0
  private var lineStart = 0
  private var rows: [[String]] = []

  static func rows(of text: String) throws(CSVFailure) -> [[String]] {
    var reader = CSVReader(text)
    try reader.readRows()
    return reader.rows
  }

  private init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  private mutating func readRows() throws(CSVFailure) {
    while index < scalars.count {
      let start = (line: line, column: index - lineStart + 1)
      let row = try readRow()
      guard row != [""] else { continue }
      if let first = rows.first, first.count != row.count {
        throw CSVFailure(
          message: "the row has \(row.count) cells and the header \(first.count)", line: start.line,
          column: start.column, hint: "give it \(first.count), and quote a value that has a comma in it")
      }
      rows.append(row)
    }
    guard rows.count > 1 else {
      throw CSVFailure(
        message: "the table has no rows", line: 0, column: 1,
        hint: "write a header line, then a line for each row")
    }
  }

  private mutating func readRow() throws(CSVFailure) -> [String] {
    var row: [String] = []
    while true {
      row.append(try readCell())
      guard index < scalars.count else { return row }
      let isEnd = scalars[index] == "\n"
      index += 1
      if isEnd {
        line += 1
        lineStart = index
        return row
      }
    }
  }

  /// A cell; the index is then at the comma or line end behind it, or at the end.
  private mutating func readCell() throws(CSVFailure) -> String {
    skipBlanks()
    guard index < scalars.count, scalars[index] == "\"" else { return plainCell() }
    let cell = try quotedCell()
    skipBlanks()
    guard index == scalars.count || scalars[index] == "," || scalars[index] == "\n" else {
      throw failure(
        "there is text behind the closing quote",
        hint: "quote the whole value, and write \"\" for a quote in it")
    }
    return cell
  }

  private mutating func plainCell() -> String {
    var text = String.UnicodeScalarView()
    while index < scalars.count, scalars[index] != ",", scalars[index] != "\n" {
      text.append(scalars[index])
      index += 1
    }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }

  private mutating func quotedCell() throws(CSVFailure) -> String {
    let unclosed = failure("the quote is not closed", hint: "add a \" at the end of the value")
    index += 1
    var text = String.UnicodeScalarView()
    while index < scalars.count {
      if scalars[index] == "\"" {
        index += 1
        guard index < scalars.count, scalars[index] == "\"" else { return String(text) }
      }
      if scalars[index] == "\n" {
        line += 1
        lineStart = index + 1
      }
      text.append(scalars[index])
      index += 1
    }
    throw unclosed
  }

  private mutating func skipBlanks() {
    while index < scalars.count, scalars[index] == " " || scalars[index] == "\t" { index += 1 }
  }

  private func failure(_ message: String, hint: String) -> CSVFailure {
    CSVFailure(message: message, line: line, column: index - lineStart + 1, hint: hint)
  }
}
