/// What the Japanese passes ask about characters.
enum CharacterClass {
  /// A "CJK character" of the CJK-friendly amendment (section 2.1): width W, F or H and no emoji by default,
  /// or Hangul.
  static func isCJK(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x1100 else { return false }
    if isHangul(scalar) { return true }
    return isEastAsian(scalar) && !(scalar.value >= 0x1F000 && scalar.properties.isEmojiPresentation)
      && !((0x231A...0x2B55).contains(scalar.value) && scalar.properties.isEmojiPresentation)
  }

  /// Width W, F or H, and not Hangul, which has spaces between its words.
  static func isJapaneseWide(_ scalar: Unicode.Scalar) -> Bool {
    isEastAsian(scalar) && !isHangul(scalar)
  }

  /// Wide or half-width punctuation, 。「」（）！､｡ and the like, and the ideographic space.
  static func isCJKPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x2329 else { return false }
    return scalar.value == 0x3000 || (isEastAsian(scalar) && isPunctuation(scalar))
  }

  /// The signs of a Japanese sentence whose width UAX #11 leaves to the context: — ― ‘ ’ “ ” ‥ … ※
  static func isContextual(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2014, 0x2015, 0x2018, 0x2019, 0x201C, 0x201D, 0x2025, 0x2026, 0x203B: true
    default: false
    }
  }

  /// Punctuation as CommonMark 0.30 (section 2.1) and libcmark have it: of ASCII, or of general category P.
  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return isASCIIPunctuation(UInt8(truncatingIfNeeded: scalar.value)) }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  static func isASCIIPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  /// Unicode whitespace as CommonMark 0.30 (section 2.1) has it: category Zs, tab, line end, form feed.
  static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
    EastAsianWidth.isWide(scalar) || EastAsianWidth.isHalfwidth(scalar)
  }

  private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0x302E...0x302F, 0x3131...0x318E, 0x3200...0x321E, 0x3260...0x327E,
      0xA960...0xA97C, 0xAC00...0xD7A3, 0xD7B0...0xD7FB, 0xFFA0...0xFFDC:
      true
    default: false
    }
  }
}
