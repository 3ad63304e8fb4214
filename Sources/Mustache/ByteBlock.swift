/// Sixteen bytes of a text at once, to find what has to be escaped or ends something: nearly nothing does.
///
/// `public` and inlinable for the same reason as `View`: the target beside this one searches JSON, XML, CSV, YAML and Markdown with it too.
public struct ByteBlock {
  /// All bits of the bytes that are looked for, none of the others.
  public typealias Marks = SIMDMask<SIMD16<Int8>>

  @usableFromInline let bytes: SIMD16<UInt8>

  @inlinable init(bytes: SIMD16<UInt8>) { self.bytes = bytes }

  /// The first word holds the first bytes, the first of them lowest.
  @inlinable init(_ low: UInt64, _ high: UInt64) {
    bytes = unsafeBitCast(SIMD2(low.littleEndian, high.littleEndian), to: SIMD16<UInt8>.self)
  }

  // Between two vectors: against a single byte Swift compares one byte after another.

  @inlinable @inline(__always)
  public func marks(of byte: UInt8) -> Marks { bytes .== SIMD16(repeating: byte) }

  /// Marks bytes that are less than a limit.
  @inlinable @inline(__always)
  public func marks(below limit: UInt8) -> Marks { bytes .< SIMD16(repeating: limit) }

  /// Which of the sixteen bytes is the first that is marked; nil for none.
  @inlinable @inline(__always)
  static func first(_ marks: Marks) -> Int? {
    let words = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
    guard words[0] | words[1] != 0 else { return nil }
    let isLow = words[0] != 0
    let word = UInt64(littleEndian: isLow ? words[0] : words[1])
    return (isLow ? 0 : 8) + word.trailingZeroBitCount / 8
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The index of the first byte that is marked, or the end.
  ///
  /// - Parameters:
  ///   - start: where the search starts.
  ///   - marks: marks what is looked for; it must not mark the letter `a`.
  @inlinable @inline(__always)
  public func firstIndex(from start: Int, marked marks: (ByteBlock) -> ByteBlock.Marks) -> Int {
    guard let base = UnsafeRawPointer(baseAddress) else { return endIndex }
    var index = start
    while index + 16 <= count {
      let block = base.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      if let found = ByteBlock.first(marks(ByteBlock(bytes: block))) { return index + found }
      index += 16
    }
    guard index < count else { return endIndex }
    let last = LastBytes(base + index, count: count - index)
    return ByteBlock.first(marks(last.block)).map { index + last.offset(of: $0) } ?? endIndex
  }
}

/// Fewer than sixteen bytes as a block. Its two halves may hold the same bytes, so that each is loaded at once.
@usableFromInline
struct LastBytes {
  @usableFromInline let block: ByteBlock
  /// Where the second half starts in the block, and in the bytes.
  @usableFromInline let half: Int
  @usableFromInline let start: Int

  /// - Parameter count: from 1 to 15.
  @inlinable @inline(__always)
  init(_ bytes: UnsafeRawPointer, count: Int) {
    func load<Word: FixedWidthInteger>(_ offset: Int, as type: Word.Type) -> UInt64 {
      UInt64(Word(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type)))
    }
    if count >= 8 {
      (half, start) = (8, count - 8)
      block = ByteBlock(load(0, as: UInt64.self), load(start, as: UInt64.self))
    } else if count >= 4 {
      (half, start) = (4, count - 4)
      block = ByteBlock(load(0, as: UInt32.self) | load(start, as: UInt32.self) << 32, Self.filling)
    } else {
      (half, start) = (3, 3)
      let (middle, last) = (load(count / 2, as: UInt8.self), load(count - 1, as: UInt8.self))
      block = ByteBlock(load(0, as: UInt8.self) | middle << 8 | last << 16 | Self.filling << 24, Self.filling)
    }
  }

  /// The letter `a` eight times.
  @inlinable static var filling: UInt64 { 0x6161_6161_6161_6161 }

  /// Which of the bytes stands at a place of the block.
  @inlinable @inline(__always)
  func offset(of place: Int) -> Int { place < half ? place : start + place - half }
}
