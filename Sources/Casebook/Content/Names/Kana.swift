/// Kana as Unicode's canonical decomposition (UAX #15) takes them apart.
enum Kana {
  /// The kana without its voice mark, and the mark: U+3099 or U+309A; nil for one that has none.
  static func parts(of value: UInt32) -> (letter: UInt32, mark: UInt32?) {
    guard (0x3041...0x30FE).contains(value) else { return (value, nil) }
    switch value {
    // ヷ to ヺ, from ワ to ヲ.
    case 0x30F7...0x30FA: return (value - 8, voiced)
    case 0x309E, 0x30FE: return (value - 1, voiced)
    case 0x30A1...0x30F4:
      let (letter, mark) = hiraganaParts(of: value - 0x60)
      return (letter + 0x60, mark)
    default: return hiraganaParts(of: value)
    }
  }

  private static let voiced: UInt32 = 0x3099
  private static let halfVoiced: UInt32 = 0x309A

  /// In the rows か to た every plain kana has its voiced one behind it; in は every one has two.
  private static func hiraganaParts(of value: UInt32) -> (letter: UInt32, mark: UInt32?) {
    switch value {
    case 0x304B...0x3062 where value % 2 == 0: (value - 1, voiced)
    case 0x3065, 0x3067, 0x3069: (value - 1, voiced)
    case 0x306F...0x307D where value % 3 == 1: (value - 1, voiced)
    case 0x306F...0x307D where value % 3 == 2: (value - 2, halfVoiced)
    case 0x3094: (0x3046, voiced)
    default: (value, nil)
    }
  }
}
