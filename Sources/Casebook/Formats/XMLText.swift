import Mustache

/// Text as it stands in XML 1.0 (fifth edition): escaped, and without the characters that XML cannot hold.
enum XMLText {
  /// Where the text stands.
  enum Place {
    case content
    /// Between double quotes.
    case attribute
  }

  /// Appends UTF-8 text.
  ///
  /// A character that XML 1.0 forbids even as a reference (section 2.2: C0 but tab and line ends, U+FFFE,
  /// U+FFFF) becomes U+FFFD. Line ends and tabs that a parser would change (2.11, 3.3.3) become references.
  static func append(_ text: some Collection<UInt8>, to xml: inout ByteBuffer, in place: Place = .content) {
    let isCopied: Void? = text.withContiguousStorageIfAvailable { append($0, to: &xml, place) }
    if isCopied == nil { Array(text).withUnsafeBufferPointer { append($0, to: &xml, place) } }
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to xml: inout ByteBuffer, _ place: Place) {
    var start = 0
    var index = text.firstIndex(from: 0, marked: marks)
    while index < text.count {
      var next = index + 1
      if let replacement = replacement(of: text, at: index, place) {
        xml.append(UnsafeBufferPointer(rebasing: text[start..<index]))
        xml.append(replacement)
        if text[index] == 0xEF { next += 2 }
        start = next
      }
      index = text.firstIndex(from: next, marked: marks)
    }
    xml.append(UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Marks all bytes that may have a replacement.
  @inline(__always)
  private static func marks(_ block: ByteBlock) -> ByteBlock.Marks {
    block.marks(below: 0x20) .| block.marks(of: UInt8(ascii: "&")) .| block.marks(of: UInt8(ascii: "<"))
      .| block.marks(of: UInt8(ascii: ">")) .| block.marks(of: UInt8(ascii: "\"")) .| block.marks(of: 0xEF)
  }

  /// Nil for a byte that stands for itself.
  private static func replacement(
    of text: UnsafeBufferPointer<UInt8>, at index: Int, _ place: Place
  ) -> StaticString? {
    switch text[index] {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): place == .attribute ? "&quot;" : nil
    case UInt8(ascii: "\t"): place == .attribute ? "&#9;" : nil
    case UInt8(ascii: "\n"): place == .attribute ? "&#10;" : nil
    case UInt8(ascii: "\r"): "&#13;"
    case 0..<0x20: "\u{FFFD}"
    case 0xEF: isNoncharacter(text, at: index) ? "\u{FFFD}" : nil
    default: nil
    }
  }

  /// U+FFFE and U+FFFF are EF BF BE and EF BF BF in UTF-8.
  private static func isNoncharacter(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE
  }
}
