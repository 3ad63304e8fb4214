/// Strings of JSON (RFC 8259, section 7).
enum JSONText {
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
  private static let digits = Array("0123456789abcdef".utf8)

  /// Appends a text in quotes.
  ///
  /// - Parameter isInHTML: true escapes `<`, `>` and `&` too, so that in a `script` element no text ends it or opens a comment.
  static func append(_ text: String, to bytes: inout [UInt8], isInHTML: Bool = false) {
    var text = text
    text.withUTF8 { append($0, to: &bytes, isInHTML: isInHTML) }
  }

  /// Appends valid UTF-8 in quotes; what needs no escape is copied in runs.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], isInHTML: Bool = false) {
    bytes.append(quote)
    var start = 0
    for (index, byte) in text.enumerated() where isEscaped(byte, isInHTML) {
      bytes.append(contentsOf: text[start..<index])
      appendEscape(byte, to: &bytes)
      start = index + 1
    }
    bytes.append(contentsOf: text[start...])
    bytes.append(quote)
  }

  private static func isEscaped(_ byte: UInt8, _ isInHTML: Bool) -> Bool {
    byte < 0x20 || byte == quote || byte == backslash || (isInHTML && isMarkup(byte))
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
  }

  private static func appendEscape(_ byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(backslash)
    switch byte {
    case quote, backslash: bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default: bytes += [UInt8(ascii: "u"), 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}
