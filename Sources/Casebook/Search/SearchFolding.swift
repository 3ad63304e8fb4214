import Foundation

/// Text as the search compares it, in UTF-16 units: NFKC, small letters, hiragana for katakana, one form of variant
/// characters; all that is no letter and no digit separates. `templates/assets/search/search.js` does the same to a query.
///
/// Nearly every character is looked up in a table; the rest is folded by Unicode's own tables.
struct SearchFolding: Sendable {
  /// What a table's entry says of a character that stands for no unit; units are all greater.
  enum Mark {
    /// Ends a run of letters.
    static let separator: UInt16 = 0
    /// Has to be folded by Unicode's tables.
    static let rare: UInt16 = 1
    /// Markup within a word, such as the `*` of emphasis, which its page does not show.
    static let markup: UInt16 = 2
    /// A space, or what stands for one at the start of a line.
    static let blank: UInt16 = 3
    static let lineEnd: UInt16 = 4
    /// `]`, behind which the destination of a link may stand.
    static let linkEnd: UInt16 = 5
    /// `)`.
    static let destinationEnd: UInt16 = 6
    /// Any of those that may stand in a case number.
    static let dash: UInt16 = 7
    static let last: UInt16 = 7
  }

  private let table: [UInt16]

  init() {
    table = (0..<0x1_0000).map { Self.entry(of: UInt32($0)) }
  }

  /// The unit of a character, or a mark.
  @inline(__always)
  func entry(of scalar: UInt32) -> UInt16 { scalar < 0x1_0000 ? table[Int(scalar)] : Mark.rare }

  /// The units of text that has rare characters; a mark for each character that separates.
  func units(ofRare text: String) -> [UInt16] {
    let folded = text.precomposedStringWithCompatibilityMapping.lowercased()
      .precomposedStringWithCompatibilityMapping
    var units: [UInt16] = []
    for scalar in folded.unicodeScalars {
      let scalar = FoldedName.variants[scalar] ?? scalar
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        units += String(Unicode.Scalar(Self.hiragana(scalar.value)) ?? scalar).utf16
      } else {
        units.append(Mark.separator)
      }
    }
    return units
  }

  /// Hiragana for katakana, one to one; ヷ and its like have none.
  private static func hiragana(_ scalar: UInt32) -> UInt32 {
    (0x30A1...0x30F6).contains(scalar) || (0x30FD...0x30FE).contains(scalar) ? scalar - 0x60 : scalar
  }

  private static func entry(of scalar: UInt32) -> UInt16 {
    switch scalar {
    case 0x61...0x7A, 0x30...0x39: UInt16(scalar)
    case 0x41...0x5A: UInt16(scalar + 0x20)
    case 0..<0x80: mark(ofASCII: UInt8(scalar))
    case 0x3000: Mark.blank
    case 0x2010...0x2015, 0x2212, 0xFE63, 0xFF0D: Mark.dash
    case 0x3001...0x3004, 0x3008...0x3020, 0x3030, 0x30FB: Mark.separator
    // Dashes, quotation marks, arrows, operators, shapes: none has a letter in its folded form.
    case 0x2016...0x2027, 0x2030...0x205E, 0x2190...0x21FF, 0x2500...0x26FF: Mark.separator
    // Kana, 々〆〇, and the unified ideographs.
    case 0x3041...0x3096, 0x309D...0x309E, 0x30A1...0x30FA, 0x30FC...0x30FE, 0x3005...0x3007, 0x4E00...0x9FFF:
      UInt16(truncatingIfNeeded: variant(of: hiragana(scalar)))
    // Full-width digits and letters.
    case 0xFF10...0xFF19, 0xFF41...0xFF5A: UInt16(scalar - 0xFEE0)
    case 0xFF21...0xFF3A: UInt16(scalar - 0xFEE0 + 0x20)
    case 0xFF01...0xFF5E: Mark.separator
    default: Mark.rare
    }
  }

  private static func variant(of scalar: UInt32) -> UInt32 {
    Unicode.Scalar(scalar).flatMap { FoldedName.variants[$0]?.value } ?? scalar
  }

  private static func mark(ofASCII byte: UInt8) -> UInt16 {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "\\"): Mark.markup
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"): Mark.blank
    case UInt8(ascii: "\n"): Mark.lineEnd
    case UInt8(ascii: "]"): Mark.linkEnd
    case UInt8(ascii: ")"): Mark.destinationEnd
    case UInt8(ascii: "-"): Mark.dash
    default: Mark.separator
    }
  }
}
