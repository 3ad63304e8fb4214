/// What the Japanese passes ask about characters.
enum CharacterClass {
  /// Wide, and not Hangul, which has spaces between words.
  static func isJapaneseWide(_ scalar: Unicode.Scalar) -> Bool {
    EastAsianWidth.isWide(scalar) && !isHangul(scalar)
  }

  /// Punctuation that is wide: 。「」（）！ and the like.
  static func isCJKPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    isPunctuation(scalar) && EastAsianWidth.isWide(scalar)
  }

  /// Punctuation as CommonMark 0.30 (section 2.1) has it: ASCII punctuation, or general category P.
  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (0x21...0x2F).contains(scalar.value) || (0x3A...0x40).contains(scalar.value)
        || (0x5B...0x60).contains(scalar.value) || (0x7B...0x7E).contains(scalar.value)
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0x3130...0x318F, 0x3200...0x321E, 0x3260...0x327F, 0xA960...0xA97F, 0xAC00...0xD7FF,
      0xFFA0...0xFFDC:
      true
    default: false
    }
  }
}
