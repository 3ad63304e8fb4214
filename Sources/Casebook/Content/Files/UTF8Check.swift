/// Whether bytes are UTF-8 (RFC 3629, section 4), found without making a string of them.
///
/// `String(validating:)` copies every file and looks at each byte through an iterator: five times the time.
enum UTF8Check {
  static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.withContiguousStorageIfAvailable(isValid) ?? isValid(Array(bytes))
  }

  private static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let length = sequenceLength(bytes[index...])
      guard length > 0 else { return false }
      index += length
    }
    return true
  }

  /// The length of the well-formed sequence at the start; 0 when there is none.
  private static func sequenceLength(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let start = bytes.startIndex
    let lead = bytes[start]
    guard lead >= 0x80 else { return 1 }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead <= 0xF4, bytes.count >= length else { return 0 }
    guard secondBytes(after: lead).contains(bytes[start + 1]) else { return 0 }
    for offset in 2..<max(2, length) where bytes[start + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// No overlong form, no surrogate, nothing above U+10FFFF.
  private static func secondBytes(after lead: UInt8) -> ClosedRange<UInt8> {
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}
