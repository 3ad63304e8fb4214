/// Reading single characters of bytes that are known to be UTF-8, without making a string.
enum UTF8Scalars {
  /// The character that starts at an index; nil at the end, and for bytes that are none.
  static func scalar<Bytes: RandomAccessCollection>(at index: Int, in bytes: Bytes) -> Unicode.Scalar?
  where Bytes.Element == UInt8, Bytes.Index == Int {
    guard index < bytes.endIndex else { return nil }
    let lead = bytes[index]
    guard lead >= 0x80 else { return Unicode.Scalar(lead) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard index + length <= bytes.endIndex else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return Unicode.Scalar(value)
  }

  /// The character at an index of valid UTF-8, and the index behind it.
  @inline(__always)
  static func next(in text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
    let first = UInt32(text[index])
    if first & 0xF0 == 0xE0 {
      // Nearly all of a Japanese text.
      let scalar = (first & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
      index += 3
      return scalar
    }
    if first < 0x80 {
      index += 1
      return first
    }
    if first < 0xE0 {
      let scalar = (first & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F)
      index += 2
      return scalar
    }
    let high = (first & 0x07) << 18 | UInt32(text[index + 1] & 0x3F) << 12
    let scalar = high | UInt32(text[index + 2] & 0x3F) << 6 | UInt32(text[index + 3] & 0x3F)
    index += 4
    return scalar
  }

  /// True when a test holds for every character of valid UTF-8.
  @inline(__always)
  static func allSatisfy(in text: UnsafeBufferPointer<UInt8>, _ holds: (UInt32) -> Bool) -> Bool {
    var index = 0
    while index < text.count {
      guard holds(next(in: text, &index)) else { return false }
    }
    return true
  }

  /// How many characters valid UTF-8 has, eight bytes at a time.
  static func count(in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard text.count >= 8 else { return text.count { $0 & 0xC0 != 0x80 } }
    let bytes = UnsafeRawBufferPointer(text)
    func word(at index: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
    var followers = 0
    var index = 0
    while index + 8 <= bytes.count {
      followers += Self.followers(in: word(at: index))
      index += 8
    }
    // Of the last eight bytes those that were not counted yet: the first stand lowest.
    let rest = bytes.count - index
    if rest > 0 { followers += Self.followers(in: word(at: bytes.count - 8) >> UInt64(8 * (8 - rest))) }
    return bytes.count - followers
  }

  /// How many of eight bytes are not the first of their character: these start with the bits 10.
  private static func followers(in word: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let marks = word >> 7 & ~(word >> 6) & ones
    return Int((marks &* ones) >> 56)
  }

  /// The character that ends before an index; nil at the start.
  static func scalar<Bytes: RandomAccessCollection>(before index: Int, in bytes: Bytes) -> Unicode.Scalar?
  where Bytes.Element == UInt8, Bytes.Index == Int {
    start(before: index, in: bytes).flatMap { scalar(at: $0, in: bytes) }
  }

  /// Where the character that ends before an index starts; nil at the start of the bytes.
  static func start<Bytes: RandomAccessCollection>(before index: Int, in bytes: Bytes) -> Int?
  where Bytes.Element == UInt8, Bytes.Index == Int {
    guard index > bytes.startIndex else { return nil }
    var start = index - 1
    while start > bytes.startIndex, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// Where other bytes first stand at or after an index; nil where they do not.
  func firstIndex(of needle: some RandomAccessCollection<UInt8>, from start: Int) -> Int? {
    guard let first = needle.first, count >= needle.count else { return nil }
    var index = start
    while index <= endIndex - needle.count {
      if self[index] == first, self[index..<index + needle.count].elementsEqual(needle) { return index }
      index += 1
    }
    return nil
  }
}
