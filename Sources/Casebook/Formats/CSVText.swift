/// Fields of CSV (RFC 4180).
enum CSVText {
  private static let quote = UInt8(ascii: "\"")

  /// Appends a field; one with a separator, a quote or a line break stands in quotes.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    let isGuarded = needsGuard(text)
    guard text.contains(where: isSpecial) else {
      if isGuarded { bytes.append(apostrophe) }
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(quote)
    if isGuarded { bytes.append(apostrophe) }
    for byte in text {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &bytes) }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == quote || byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D
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
