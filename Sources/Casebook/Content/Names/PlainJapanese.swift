/// Hiragana, katakana and kanji of the blocks that nearly all Japanese text is written in.
///
/// No normal form (UAX #15) and no case mapping changes them, alone or next to one another: Foundation, which would take a
/// microsecond to say so, need not be asked.
enum PlainJapanese {
  static func contains(_ scalar: Unicode.Scalar) -> Bool { contains(scalar.value) }

  static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FB...0x30FE, 0x4E00...0x9FFF: true
    default: false
    }
  }
}
