import Mustache

/// Strings of JSON (RFC 8259, section 7).
enum JSONText {
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  /// Appends a text in quotes.
  ///
  /// - Parameter isInHTML: true escapes `<`, `>` and `&` too, so that in a `script` element no text ends it or opens a comment.
  static func append(_ text: String, to bytes: inout ByteBuffer, isInHTML: Bool = false) {
    var text = text
    text.withUTF8 { append($0, to: &bytes, isInHTML: isInHTML) }
  }

  /// Appends valid UTF-8 in quotes; what needs no escape is copied in runs.
  static func append(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: inout ByteBuffer, isInHTML: Bool = false
  ) {
    bytes.append(quote)
    appendEscaped(text, to: &bytes, isInHTML: isInHTML)
    bytes.append(quote)
  }

  /// True for a text that stands in JSON as it is.
  static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    nextEscaped(text, from: 0, false) == text.count
  }

  /// Appends two texts as one, in quotes.
  static func append(
    _ first: String, _ second: String, to bytes: inout ByteBuffer, isInHTML: Bool
  ) {
    bytes.append(quote)
    for var text in [first, second] {
      text.withUTF8 { appendEscaped($0, to: &bytes, isInHTML: isInHTML) }
    }
    bytes.append(quote)
  }

  private static func appendEscaped(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: inout ByteBuffer, isInHTML: Bool
  ) {
    var start = 0
    var index = nextEscaped(text, from: 0, isInHTML)
    while index < text.count {
      bytes.append(UnsafeBufferPointer(rebasing: text[start..<index]))
      appendEscape(text[index], to: &bytes)
      start = index + 1
      index = nextEscaped(text, from: start, isInHTML)
    }
    bytes.append(UnsafeBufferPointer(rebasing: text[start...]))
  }

  private static func nextEscaped(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ isInHTML: Bool
  ) -> Int {
    isInHTML
      ? text.firstIndex(from: start) { marks($0) .| markupMarks($0) }
      : text.firstIndex(from: start, marked: marks)
  }

  @inline(__always)
  private static func marks(_ block: ByteBlock) -> ByteBlock.Marks {
    block.marks(below: 0x20) .| block.marks(of: quote) .| block.marks(of: backslash)
  }

  @inline(__always)
  private static func markupMarks(_ block: ByteBlock) -> ByteBlock.Marks {
    block.marks(of: UInt8(ascii: "<")) .| block.marks(of: UInt8(ascii: ">"))
      .| block.marks(of: UInt8(ascii: "&"))
  }

  private static func appendEscape(_ byte: UInt8, to bytes: inout ByteBuffer) {
    bytes.append(backslash)
    switch byte {
    case quote, backslash: bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append("u00")
      bytes.append(hexadecimal(byte >> 4))
      bytes.append(hexadecimal(byte & 15))
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
