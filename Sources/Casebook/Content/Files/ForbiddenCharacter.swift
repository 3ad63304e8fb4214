/// The characters that no text of an archive has: they are not seen, and change what is.
///
/// Control characters (Unicode category Cc) but tab and line feed, which HTML (section 13.1.4) does not allow and
/// a terminal obeys; and the signs that turn the direction of text around (UAX #9, section 2): with them a line
/// reads differently from what it says. `TextSurvey` knows the same by bytes.
enum ForbiddenCharacter {
  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The offset of the first one in UTF-8, and the character; nil when there is none.
  static func first(in bytes: UnsafeBufferPointer<UInt8>) -> (offset: Int, scalar: Unicode.Scalar)? {
    // All but ASCII starts with one of two bytes, and Japanese text has few of either.
    for (offset, byte) in bytes.enumerated()
    where byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 {
      if let scalar = UTF8Scalars.scalar(at: offset, in: bytes), isForbidden(scalar) {
        return (offset, scalar)
      }
    }
    return nil
  }

  /// What it is, for messages: `the control character U+001B`.
  static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return scalar.value < 0x2000
      ? "the control character \(code)" : "the character \(code), which turns the direction of text around,"
  }
}
