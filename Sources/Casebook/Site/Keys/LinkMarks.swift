#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether a body can have a link into the site: what it becomes then depends on what else there is.
///
/// A link needs a `[` or a `<`; a case number a `#` before a digit, both perhaps in full width; and a character reference
/// can stand for any of these. Whoever has none of them has no link.
enum LinkMarks {
  static func mayLink(_ body: Body) -> Bool {
    body.source.bytes.withUnsafeBytes { bytes in
      let bytes = UnsafeRawBufferPointer(rebasing: bytes[body.range])
      return has("[", in: bytes) || has("<", in: bytes) || has("&", in: bytes)
        || has("#", in: bytes) { isDigit($0, in: bytes) }
        // ＃ is EF BC 83.
        || has("\u{EF}", in: bytes) { bytes[$0...].starts(with: [0xBC, 0x83]) }
    }
  }

  private static func isDigit(_ index: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    // A digit in full width starts with EF.
    index < bytes.count
      && ((UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) || bytes[index] == 0xEF)
  }

  /// - Parameter follows: whether what starts at an index makes the byte before it a mark.
  private static func has(
    _ mark: Unicode.Scalar, in bytes: UnsafeRawBufferPointer, before follows: (Int) -> Bool = { _ in true }
  ) -> Bool {
    guard let start = bytes.baseAddress else { return false }
    var index = 0
    // The C library compares many bytes at a time.
    while let found = memchr(start + index, Int32(mark.value), bytes.count - index) {
      index = UnsafeRawPointer(found) - start + 1
      if follows(index) { return true }
    }
    return false
  }
}
