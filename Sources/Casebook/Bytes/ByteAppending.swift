import Mustache

// What files are full of beside texts, as bytes, without a string in between.

extension ByteBuffer {
  /// Appends text that is known to the compiler.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends bytes that are kept.
  mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

  /// Appends a text in one copy.
  mutating func append(utf8 text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends a number in decimal digits.
  mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    appendDigits(of: number.magnitude)
  }

  private mutating func appendDigits(of number: UInt) {
    if number >= 10 { appendDigits(of: number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Appends a number with seven bits a byte.
  mutating func append(variableLength number: UInt) { number.forEachVariableLengthByte { append($0) } }
}

extension [UInt8] {
  /// Appends text that is known to the compiler.
  mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a number with seven bits a byte.
  mutating func append(variableLength number: UInt) { number.forEachVariableLengthByte { append($0) } }
}

extension UInt {
  /// Calls with the bytes of a number that has seven bits in each (unsigned LEB128, DWARF 5, section 7.6): the lowest first,
  /// and all but the last byte have the eighth.
  @inline(__always)
  fileprivate func forEachVariableLengthByte(_ take: (UInt8) -> Void) {
    var rest = self
    while rest >= 0x80 {
      take(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    take(UInt8(rest))
  }
}
