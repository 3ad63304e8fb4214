/// The two characters that stand in the text given to libcmark for what libcmark cannot be told.
///
/// Both are punctuation that the body does not have, so that they look to the flanking rules like `*` itself.
struct EmphasisMarks {
  /// Stands between a run of `*` and the letter next to it, where the amendment takes CJK text on the other
  /// side of the run for what it is: with punctuation on both sides, the run can open and close.
  let flank: [UInt8]
  /// Stands after `\*`: a `*` of the tree with it was meant to be one.
  let escape: [UInt8]

  /// Rare punctuation that libcmark 0.30 knows as such, three bytes each: editorial signs of old manuscripts.
  private static let candidates: [UInt32] = [
    0x2E1A, 0x2E13, 0x2E16, 0x2E0F, 0x2E10, 0x2E11, 0x2E12, 0x2E14, 0x2E15, 0x2E17, 0x2E18, 0x2E19, 0x2E2A,
    0x2E2B, 0x2E2C, 0x2E2D, 0x2056, 0x2058, 0x2059, 0x205A, 0x205B, 0x205D, 0x205E,
  ]

  /// Those of nearly all texts.
  private static let usual = (flank: Array("\u{2E1A}".utf8), escape: Array("\u{2E13}".utf8))

  /// Nil for a text that has all of the candidates: such text keeps CommonMark's own rules.
  ///
  /// - Parameter hasReference: true where a character is written by its number: `&#11802;`, `&#x2E1A;`.
  init?(absentFrom bytes: ArraySlice<UInt8>, hasReference: Bool) {
    guard hasReference || Self.mayHaveCandidates(bytes) else {
      (flank, escape) = Self.usual
      return
    }
    let absent = Self.candidates.lazy.compactMap(Unicode.Scalar.init).filter { scalar in
      let forms = [String(scalar)] + (hasReference ? Self.numbers(of: scalar) : [])
      return !forms.contains { bytes.firstIndex(of: Array($0.utf8), from: bytes.startIndex) != nil }
    }
    let found = Array(absent.prefix(2))
    guard found.count == 2 else { return nil }
    flank = Array(String(found[0]).utf8)
    escape = Array(String(found[1]).utf8)
  }

  /// Each candidate starts with E2 B8 or E2 81.
  private static func mayHaveCandidates(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { $0.hasPair(0xE2, 0xB8) || $0.hasPair(0xE2, 0x81) }
  }

  private static func numbers(of scalar: Unicode.Scalar) -> [String] {
    let hexadecimal = String(scalar.value, radix: 16)
    let letter = hexadecimal.uppercased()
    // Hexadecimal letters may be of either case, each by itself: "2e" and "2E" are the only ones to tell apart.
    return [String(scalar.value), hexadecimal, letter]
      + (hexadecimal.filter(\.isLetter).count > 1 ? Self.mixed(hexadecimal) : [])
  }

  private static func mixed(_ text: String) -> [String] {
    guard let first = text.firstIndex(where: \.isLetter) else { return [] }
    let rest = text.index(after: first)
    return [
      text[..<rest].uppercased() + text[rest...], String(text[..<rest]) + text[rest...].uppercased(),
    ]
  }

  /// Text of the tree without the marks; nil where it has none.
  func removed(from text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard text.firstIndex(ofByte: flank[0]) != nil else { return nil }
    var plain: [UInt8] = []
    var index = 0
    while index < text.count {
      let isMark = isMark(flank, at: index, of: text) || isMark(escape, at: index, of: text)
      if !isMark { plain.append(text[index]) }
      index += isMark ? 3 : 1
    }
    return plain.count < text.count ? plain : nil
  }

  func isMark<Bytes: RandomAccessCollection>(_ mark: [UInt8], at index: Int, of text: Bytes) -> Bool
  where Bytes.Element == UInt8, Bytes.Index == Int {
    index + 2 < text.count && text[index] == mark[0] && text[index + 1] == mark[1]
      && text[index + 2] == mark[2]
  }
}
