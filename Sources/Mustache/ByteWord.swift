/// Eight bytes of a text at once, to find what has to be escaped: nearly nothing has.
///
/// `public` and inlinable for the same reason as `View`: JSON, XML and CSV of the target beside this one search with it too.
///
/// Source: Sean Anderson, "Bit Twiddling Hacks", "Determine if a word has a byte equal to n" and "less than n".
public struct ByteWord {
  /// The first byte of the text is the lowest.
  @usableFromInline let bytes: UInt64

  @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable static var highBits: UInt64 { ones << 7 }

  @inlinable init(bytes: UInt64) { self.bytes = bytes }

  /// Marks bytes by their highest bit. The lowest mark is right; above it, a byte may be marked by mistake.
  @inlinable @inline(__always)
  public func marks(of byte: UInt8) -> UInt64 {
    ByteWord(bytes: bytes ^ (Self.ones &* UInt64(byte))).marks(below: 1)
  }

  /// The same for bytes that are less than a limit, which is at most 128.
  @inlinable @inline(__always)
  public func marks(below limit: UInt8) -> UInt64 {
    (bytes &- (Self.ones &* UInt64(limit))) & ~bytes & Self.highBits
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The index of the first byte that is marked, or the end.
  ///
  /// - Parameters:
  ///   - start: where the search starts.
  ///   - marks: marks what is looked for; it must not mark the letter `a`.
  @inlinable @inline(__always)
  public func firstIndex(from start: Int, marked marks: (ByteWord) -> UInt64) -> Int {
    guard let base = UnsafeRawPointer(baseAddress) else { return endIndex }
    var index = start
    while index + 8 <= count {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let found = marks(ByteWord(bytes: word))
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    let found = marks(lastWord(from: index))
    return found == 0 ? endIndex : index + found.trailingZeroBitCount / 8
  }

  /// Fewer than eight bytes, filled up with the letter `a`.
  @inlinable @inline(__always)
  func lastWord(from start: Int) -> ByteWord {
    var word = (ByteWord.ones &* UInt64(UInt8(ascii: "a"))) << UInt64(8 * (count - start))
    for index in start..<count { word |= UInt64(self[index]) << UInt64(8 * (index - start)) }
    return ByteWord(bytes: word)
  }
}
