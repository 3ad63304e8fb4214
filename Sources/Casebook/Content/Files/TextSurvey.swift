/// What one look at the bytes of a file tells: nearly all files are text in which nothing is to be found.
struct TextSurvey {
  /// True for UTF-8 (RFC 3629, section 4) without a character that no text of an archive has.
  private(set) var isPlain = true
  /// True where a character stands that YAML takes for a line end or does not allow: U+2028, U+2029, U+FFFE, U+FFFF.
  private(set) var isOddToYAML = false

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { look(at: $0) }
  }

  private mutating func look(at bytes: UnsafeRawBufferPointer) {
    var index = 0
    while index < bytes.count {
      var length =
        bytes[index] < 0x80 ? Self.lengthOfASCII(bytes, index) : Self.lengthOfJapanese(bytes, index)
      if length == 0, bytes[index] >= 0x80 { length = lengthOfOthers(bytes, index) }
      guard length > 0 else {
        isPlain = false
        return
      }
      index += length
    }
  }

  /// How many bytes of kana and kanji start at an index: nearly all of most texts.
  private static func lengthOfJapanese(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int {
    var index = start
    while index + 16 <= bytes.count {
      let length = lengthOfJapanese(bytes.loadUnaligned(fromByteOffset: index, as: Block.self))
      index += length
      guard length == 15 else { return index - start }
    }
    while index + 4 <= bytes.count {
      // The first three bytes of four, the lead lowest: U+3000 to U+9FFF take no other form.
      let four = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self))
      guard four & 0x00C0_C000 == 0x0080_8000, four & 0xFF >= 0xE3, four & 0xFF <= 0xE9 else { break }
      index += 3
    }
    return index - start
  }

  private typealias Block = SIMD16<UInt8>

  /// How many bytes at the start of a block, at most fifteen, are characters of that form.
  @inline(__always)
  private static func lengthOfJapanese(_ block: Block) -> Int {
    // A lead from 0xE3 to 0xE9, and two bytes from 0x80 to 0xBF; what the sixteenth is does not matter.
    let least = Block(227, 128, 128, 227, 128, 128, 227, 128, 128, 227, 128, 128, 227, 128, 128, 0)
    let range = Block(6, 63, 63, 6, 63, 63, 6, 63, 63, 6, 63, 63, 6, 63, 63, 255)
    return count(atStartOf: (block &- least) .<= range) / 3 * 3
  }

  /// How many bytes are marked before the first that is not.
  @inline(__always)
  private static func count(atStartOf marks: SIMDMask<SIMD16<Int8>>) -> Int {
    let words = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
    let low = ~UInt64(littleEndian: words[0])
    return low != 0
      ? low.trailingZeroBitCount / 8 : 8 + (~UInt64(littleEndian: words[1])).trailingZeroBitCount / 8
  }

  /// How many bytes of plain ASCII start at an index, as far as one step sees; 0 for a control character.
  private static func lengthOfASCII(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
    if index + 16 <= bytes.count {
      return lengthOfASCII(bytes.loadUnaligned(fromByteOffset: index, as: Block.self))
    }
    if index + 8 <= bytes.count, isPlain(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
      return 8
    }
    let byte = bytes[index]
    return byte >= 0x20 && byte != 0x7F || byte == 0x0A || byte == 0x09 ? 1 : 0
  }

  /// How many bytes at the start of a block are from 0x20 to 0x7E, line ends or tabs.
  @inline(__always)
  private static func lengthOfASCII(_ block: Block) -> Int {
    let printed = (block &- Block(repeating: 0x20)) .<= Block(repeating: 0x5E)
    return count(
      atStartOf: printed .| (block .== Block(repeating: 0x0A)) .| (block .== Block(repeating: 0x09)))
  }

  /// True when all eight bytes are from 0x20 to 0x7E.
  private static func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // A byte below 0x20 borrows, 0x7F carries into the top bit; a byte with a top bit has it already.
    return ((word &- ones &* 0x20) | word | (word &+ ones)) & (ones &* 0x80) == 0
  }

  /// The length of the character of several bytes at an index; 0 where there is none that is allowed.
  private mutating func lengthOfOthers(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
    let lead = bytes[index]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead <= 0xF4, index + length <= bytes.count else { return 0 }
    for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    switch (lead, bytes[index + 1]) {
    case (0xC2, ..<0xA0): return 0
    case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return 0
    case (0xE2, 0x80): return isAllowedMark(bytes[index + 2]) ? 3 : 0
    case (0xE2, 0x81): return (0xA6...0xA9).contains(bytes[index + 2]) ? 0 : 3
    case (0xEF, 0xBF):
      if bytes[index + 2] >= 0xBE { isOddToYAML = true }
      return 3
    default: return length
    }
  }

  /// U+2028 and U+2029 end a line to YAML; U+202A to U+202E turn the direction of text around.
  private mutating func isAllowedMark(_ last: UInt8) -> Bool {
    if last == 0xA8 || last == 0xA9 { isOddToYAML = true }
    return !(0xAA...0xAE).contains(last)
  }
}
