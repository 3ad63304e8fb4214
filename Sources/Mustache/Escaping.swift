/// Finds what stands for markup in text.
enum Escaping {
  /// Calls the body with runs of text that need no escape, and with what stands for the rest.
  @inline(__always)
  static func forEachPiece(of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void)
  {
    var start = 0
    var index = firstIndex(in: text)
    while index < text.count {
      if index > start { body(UnsafeBufferPointer(rebasing: text[start..<index])) }
      let reference = reference(for: text[index])
      body(UnsafeBufferPointer(start: reference.utf8Start, count: reference.utf8CodeUnitCount))
      start = index + 1
      index = text.firstIndex(from: start, marked: marks)
    }
    if start < text.count { body(UnsafeBufferPointer(rebasing: text[start...])) }
  }

  /// Where the first byte stands that has to be escaped; the end where none has.
  @inline(__always)
  static func firstIndex(in text: UnsafeBufferPointer<UInt8>) -> Int {
    text.firstIndex(from: 0, marked: marks)
  }

  @inline(__always)
  private static func marks(_ block: ByteBlock) -> ByteBlock.Marks {
    block.marks(of: UInt8(ascii: "&")) .| block.marks(of: UInt8(ascii: "<"))
      .| block.marks(of: UInt8(ascii: ">"))
      .| block.marks(of: UInt8(ascii: "\"")) .| block.marks(of: UInt8(ascii: "'"))
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
