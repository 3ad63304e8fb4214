/// Whether a body can have a link into the site: what it becomes then depends on what else there is.
///
/// A link needs a `[` or a `<`; a case number a `#` before a digit, both perhaps in full width; and a character reference
/// can stand for any of these. Whoever has none of them has no link.
enum LinkMarks {
  /// Whether a body with these bytes may have one.
  static func areIn(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    "[<&".utf8.contains { bytes.firstIndex(ofByte: $0) != nil }
      || has(UInt8(ascii: "#"), in: bytes) { isDigit($0, in: bytes) }
      // ＃ is EF BC 83.
      || has(0xEF, in: bytes) { bytes[$0...].starts(with: [0xBC, 0x83]) }
  }

  private static func isDigit(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // A digit in full width starts with EF.
    index < bytes.count
      && ((UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) || bytes[index] == 0xEF)
  }

  /// - Parameter follows: whether what starts at an index makes the byte before it a mark.
  private static func has(
    _ mark: UInt8, in bytes: UnsafeBufferPointer<UInt8>, before follows: (Int) -> Bool
  ) -> Bool {
    var index = 0
    while let found = bytes.firstIndex(ofByte: mark, from: index) {
      index = found + 1
      if follows(index) { return true }
    }
    return false
  }
}
