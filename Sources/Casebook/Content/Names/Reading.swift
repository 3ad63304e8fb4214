import Foundation

/// A reading (読み) as it is sorted: JIS X 4061 in the parts that names need.
///
/// Katakana sorts as hiragana, ー as the vowel before it, voiced and small kana with their plain ones;
/// only between readings that are then alike, small comes before large and 清音 before 濁音 before 半濁音.
package struct Reading: Sendable, Hashable, Comparable {
  /// The reading as written, NFKC.
  package let text: String
  /// The group of the index under which the reading stands.
  package let group: IndexGroup
  /// What orders readings of one group: the letters without voice marks and size, 0, then what tells alike letters
  /// apart, in the order of the letters.
  private let order: [UInt32]

  package init(_ text: String) {
    self.text = Self.folded(text)
    var letters = Letters()
    if self.text.unicodeScalars.allSatisfy(Self.isAllowed) {
      for scalar in self.text.unicodeScalars { letters.add(parts: scalar) }
    } else {
      for scalar in self.text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
        letters.add(scalar.value)
      }
    }
    group = IndexGroup(firstLetter: letters.primary.first)
    order = letters.primary + [0] + letters.secondary
  }

  private struct Letters {
    private(set) var primary: [UInt32] = []
    private(set) var secondary: [UInt32] = []

    /// Adds a letter of kana or ASCII in small letters, and taken apart as Unicode's canonical decomposition does.
    mutating func add(parts scalar: Unicode.Scalar) {
      if (0x41...0x5A).contains(scalar.value) { return add(scalar.value + 0x20) }
      let (letter, mark) = Kana.parts(of: scalar.value)
      add(letter)
      if let mark { add(mark) }
    }

    mutating func add(_ value: UInt32) {
      switch value {
      case 0x3099 where !secondary.isEmpty: secondary[secondary.count - 1] += 2
      case 0x309A where !secondary.isEmpty: secondary[secondary.count - 1] += 4
      case 0x20, 0x3000, 0x30FB: break
      default:
        let letter = Reading.letter(value, after: primary.last)
        primary.append(letter.plain)
        secondary.append(letter.isSmall ? 0 : 1)
      }
    }
  }

  package static func < (left: Reading, right: Reading) -> Bool {
    // あ to わ, then A–Z, then all else: not the order of their code points.
    if left.group != right.group { return left.group < right.group }
    if left.order != right.order { return left.order.lexicographicallyPrecedes(right.order) }
    return left.text < right.text
  }

  /// A kana-only name is its own reading; nil for any other name.
  package static func ofKanaName(_ name: String) -> Reading? {
    // Most names have a kanji, and folding takes none away.
    guard !name.unicodeScalars.contains(where: { (0x4E00...0x9FFF).contains($0.value) }) else { return nil }
    let folded = Self.folded(name)
    guard !folded.isEmpty, folded.unicodeScalars.allSatisfy(isAllowed) else { return nil }
    return Reading(folded)
  }

  /// The text in NFKC; plain kana is in it already, as nothing that is allowed composes with anything.
  static func folded(_ text: String) -> String {
    text.unicodeScalars.allSatisfy(isAllowed) ? text : text.precomposedStringWithCompatibilityMapping
  }

  /// Kana, ASCII letters and digits, and the marks that stand in names.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x3096, 0x309D...0x309E, 0x30A1...0x30FA, 0x30FB...0x30FE: true
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x26, 0x27, 0x2D, 0x2E: true
    default: false
    }
  }

  /// A kana as plain hiragana of full size.
  fileprivate static func letter(_ value: UInt32, after previous: UInt32?) -> (plain: UInt32, isSmall: Bool) {
    switch value {
    case 0x30FC: return (previous.map(vowel) ?? value, false)
    case 0x30FD, 0x309D: return (previous ?? value, false)
    case 0x30A1...0x30F6: return sized(value - 0x60)
    case 0x3041...0x3096: return sized(value)
    default: return (value, false)
    }
  }

  private static func sized(_ hiragana: UInt32) -> (plain: UInt32, isSmall: Bool) {
    switch hiragana {
    case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E:
      (hiragana + 1, true)
    case 0x3095: (0x304B, true)
    case 0x3096: (0x3051, true)
    default: (hiragana, false)
    }
  }

  /// The vowel that ー lengthens.
  private static func vowel(of letter: UInt32) -> UInt32 {
    for (vowel, row) in vowelRows where row.contains(letter) { return vowel }
    return letter
  }

  private static let vowelRows: [(UInt32, Set<UInt32>)] = [
    (0x3042, Set("あかさたなはまやらわ".unicodeScalars.map(\.value))),
    (0x3044, Set("いきしちにひみりゐ".unicodeScalars.map(\.value))),
    (0x3046, Set("うくすつぬふむゆる".unicodeScalars.map(\.value))),
    (0x3048, Set("えけせてねへめれゑ".unicodeScalars.map(\.value))),
    (0x304A, Set("おこそとのほもよろを".unicodeScalars.map(\.value))),
  ]
}
