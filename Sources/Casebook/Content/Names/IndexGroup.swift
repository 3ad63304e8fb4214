/// A heading of a 五十音 index, in index order.
package enum IndexGroup: Sendable, Hashable, Comparable {
  case row(Int)
  case latin
  case other

  private static let rows: [(label: String, letters: ClosedRange<UInt32>)] = [
    ("あ", 0x3041...0x304A), ("か", 0x304B...0x3054), ("さ", 0x3055...0x305E), ("た", 0x305F...0x3069),
    ("な", 0x306A...0x306E), ("は", 0x306F...0x307D), ("ま", 0x307E...0x3082), ("や", 0x3083...0x3088),
    ("ら", 0x3089...0x308D), ("わ", 0x308E...0x3093),
  ]

  /// In index order.
  static let all: [IndexGroup] = rows.indices.map { .row($0) } + [.latin, .other]

  /// The group of a first letter: plain hiragana, a lower-case Latin letter, or anything else.
  init(firstLetter: UInt32?) {
    guard let letter = firstLetter else {
      self = .other
      return
    }
    if let row = Self.rows.firstIndex(where: { $0.letters.contains(letter) }) {
      self = .row(row)
    } else {
      self = (0x61...0x7A).contains(letter) ? .latin : .other
    }
  }

  /// `あ`, `A–Z` or `他`.
  package var label: String {
    switch self {
    case .row(let index): Self.rows[index].label
    case .latin: "A–Z"
    case .other: "他"
    }
  }

  /// The id of the heading on the page.
  package var anchor: String {
    switch self {
    case .row(let index): "row-\(Self.rows[index].label)"
    case .latin: "row-latin"
    case .other: "row-other"
    }
  }
}
