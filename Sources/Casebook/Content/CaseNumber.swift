import Mustache

/// A case number (事件番号): a year, a dash and a serial of three or more digits, such as `2024-217`.
///
/// It orders by year, then by serial as a number: `2024-1000` comes after `2024-999`.
package struct CaseNumber: Sendable, Hashable, Comparable, CustomStringConvertible {
  package var year: Int { Int(packed >> 32) }
  package var serial: Int { Int(packed & 0xFFFF_FFFF) }

  /// Year and serial in one number, which orders as they do.
  private let packed: UInt64

  /// A number that orders as the case numbers do.
  var ordinal: Int { Int(packed) }

  package init?(year: Int, serial: Int) {
    guard (1900...9999).contains(year), (1...999_999_999).contains(serial) else { return nil }
    packed = UInt64(year) << 32 | UInt64(serial)
  }

  /// Reads the canonical form, ASCII digits and `-` only; nil for anything else, `2024-0217` included.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let number = text.withUTF8(CaseNumber.init(bytes:)) else { return nil }
    self = number
  }

  /// The same, where the text lies.
  init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 8, bytes.count <= Self.maximumLength, bytes[4] == UInt8(ascii: "-"),
      let year = Self.number(bytes[..<4]), let serial = Self.number(bytes[5...]),
      bytes.count == 8 || bytes[5] != 0x30
    else { return nil }
    self.init(year: year, serial: serial)
  }

  private static func number(_ digits: some Sequence<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }

  /// `2024-001`: the serial has at least three digits.
  package var description: String {
    ShortText.make(capacity: Self.maximumLength, append(to:))
  }

  /// `#2024-001`, as pages name a case.
  var marked: String {
    ShortText.make(capacity: Self.maximumLength + 1) { text in
      text.append(UInt8(ascii: "#"))
      append(to: &text)
    }
  }

  /// The longest description, in bytes.
  static let maximumLength = 14

  /// Appends the description.
  func append(to text: inout ShortText) {
    text.append(year)
    text.append(UInt8(ascii: "-"))
    text.append(serial, width: 3)
  }

  package static func < (left: CaseNumber, right: CaseNumber) -> Bool {
    left.packed < right.packed
  }
}

extension ByteBuffer {
  /// Appends a case number.
  mutating func append(_ number: CaseNumber) {
    append(capacity: CaseNumber.maximumLength, number.append(to:))
  }
}
