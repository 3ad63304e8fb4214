import Mustache

/// Fields of CSV (RFC 4180).
enum CSVText {
  private static let quote = UInt8(ascii: "\"")

  /// Appends a field; one with a separator, a quote or a line break stands in quotes.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout ByteBuffer) {
    let isQuoted = hasSpecial(text)
    if isQuoted { bytes.append(quote) }
    if needsGuard(text) { bytes.append(apostrophe) }
    if isQuoted {
      appendInQuotes(text, to: &bytes)
      bytes.append(quote)
    } else {
      bytes.append(text)
    }
  }

  /// True for a text that stands in CSV as it is.
  static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool { !hasSpecial(text) && !needsGuard(text) }

  private static func hasSpecial(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.firstIndex(from: 0, marked: specialMarks) < text.count
  }

  private static func appendInQuotes(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: inout ByteBuffer
  ) {
    for byte in text {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
  }

  static func append(_ text: String, to bytes: inout ByteBuffer) {
    var text = text
    text.withUTF8 { append($0, to: &bytes) }
  }

  @inline(__always)
  private static func specialMarks(_ block: ByteBlock) -> ByteBlock.Marks {
    block.marks(of: quote) .| block.marks(of: UInt8(ascii: ",")) .| block.marks(of: 0x0A)
      .| block.marks(of: 0x0D)
  }

  // MARK: Formulas

  // Spreadsheet programs run a cell that starts with one of these as a formula (OWASP, "CSV Injection"); Japanese
  // ones take the full-width signs too. Such a field gets an apostrophe in front, and so does one that has an apostrophe
  // there already: who takes one apostrophe from every text that starts with one has all texts back.

  private static let apostrophe = UInt8(ascii: "'")
  private static let signs = Array("=+-@'\t\r\n".utf8)
  private static let fullWidthSigns = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }

  private static func needsGuard(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    if first < 0x80 { return signs.contains(first) }
    return first == 0xEF && fullWidthSigns.contains { text.starts(with: $0) }
  }
}
