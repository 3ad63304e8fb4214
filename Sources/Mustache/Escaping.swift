/// Appends text to HTML so that none of it is markup: `&`, `<`, `>`, `"` and `'` become character references.
package func appendEscaped(_ text: String, to html: inout [UInt8]) {
  var text = text
  text.withUTF8 { text in
    Escaping.forEachPiece(of: text) { html.append(contentsOf: $0) }
  }
}

/// Finds what stands for markup in text.
enum Escaping {
  /// Calls the body with runs of text that need no escape, and with what stands for the rest.
  @inline(__always)
  static func forEachPiece(of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void)
  {
    var start = 0
    while let index = firstMarkup(in: text, from: start) {
      if index > start { body(UnsafeBufferPointer(rebasing: text[start..<index])) }
      let reference = reference(for: text[index])
      body(UnsafeBufferPointer(start: reference.utf8Start, count: reference.utf8CodeUnitCount))
      start = index + 1
    }
    if start < text.count { body(UnsafeBufferPointer(rebasing: text[start...])) }
  }

  /// The place of the next byte that has to be escaped; eight are looked at together.
  @inline(__always)
  private static func firstMarkup(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = text.baseAddress else { return nil }
    var index = start
    while index + 8 <= text.count {
      if hasMarkup(UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)) { break }
      index += 8
    }
    while index < text.count {
      if isMarkup(base[index]) { return index }
      index += 1
    }
    return nil
  }

  // `"` 0x22, `&` 0x26, `'` 0x27, `<` 0x3C, `>` 0x3E: & and ' differ in the last bit, < and > in the second.

  /// Source: Henry S. Warren, "Hacker's Delight", section 6-1, "Find first 0-byte".
  @inline(__always)
  private static func hasMarkup(_ bytes: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = bytes ^ (0x22 &* ones)
    let ampersands = (bytes | ones) ^ (0x27 &* ones)
    let angles = (bytes | (2 &* ones)) ^ (0x3E &* ones)
    let zeros =
      ((quotes &- ones) & ~quotes) | ((ampersands &- ones) & ~ampersands) | ((angles &- ones) & ~angles)
    return zeros & (0x80 &* ones) != 0
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte | 1 == 0x27 || byte | 2 == 0x3E
  }

  private static func reference(for byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: "&#39;"
    }
  }
}
