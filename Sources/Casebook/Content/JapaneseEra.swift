/// An era of the Japanese calendar that notices use.
///
/// Foundation's Japanese calendar knows the same; it takes a microsecond a date, and every page shows many,
/// so the three boundaries stand here and a test holds them against Foundation.
package enum JapaneseEra: String, Sendable, CaseIterable {
  case reiwa = "令和"
  case heisei = "平成"
  case showa = "昭和"

  /// The Gregorian year of the era's first year (元年).
  var firstYear: Int {
    switch self {
    case .reiwa: 2019
    case .heisei: 1989
    case .showa: 1926
    }
  }

  /// The first and the last day; the current era has no last day.
  private var bounds: (first: (Int, Int, Int), last: (Int, Int, Int)?) {
    switch self {
    case .reiwa: ((2019, 5, 1), nil)
    case .heisei: ((1989, 1, 8), (2019, 4, 30))
    case .showa: ((1926, 12, 25), (1989, 1, 7))
    }
  }

  func contains(_ date: CivilDate) -> Bool {
    let day = (date.year, date.month, date.day)
    guard day >= bounds.first else { return false }
    return bounds.last.map { day <= $0 } ?? true
  }

  /// The era of a date; nil before 昭和.
  static func of(_ date: CivilDate) -> JapaneseEra? {
    allCases.first { $0.contains(date) }
  }
}

extension CivilDate {
  /// `2024年6月11日`.
  package var japaneseText: String { ShortText.make(capacity: Self.textCapacity, appendJapanese) }

  /// In bytes of UTF-8: no form of a day is longer.
  static let textCapacity = 48

  func appendJapanese(to text: inout ShortText) {
    appendYear(to: &text)
    appendMonthAndDay(to: &text)
  }

  /// `2024年（令和6年）6月11日（火）`, as authorities date their documents; without an era for a day before 昭和.
  func appendLong(to text: inout ShortText) {
    appendYear(to: &text)
    if let era = JapaneseEra.of(self) {
      text.append("（")
      appendYear(of: era, to: &text)
      text.append("）")
    }
    appendMonthAndDay(to: &text)
    text.append(weekday.inBrackets)
  }

  /// `令和6年6月11日（火）`; without an era for a day before 昭和.
  package var eraText: String { ShortText.make(capacity: Self.textCapacity, appendEra) }

  func appendEra(to text: inout ShortText) {
    if let era = JapaneseEra.of(self) {
      appendYear(of: era, to: &text)
    } else {
      appendYear(to: &text)
    }
    appendMonthAndDay(to: &text)
    text.append(weekday.inBrackets)
  }

  private func appendYear(to text: inout ShortText) {
    text.append(year)
    text.append("年")
  }

  /// `令和6年`, `令和元年`.
  private func appendYear(of era: JapaneseEra, to text: inout ShortText) {
    text.append(era.rawValue.utf8)
    let year = year - era.firstYear + 1
    if year == 1 { text.append("元") } else { text.append(year) }
    text.append("年")
  }

  private func appendMonthAndDay(to text: inout ShortText) {
    text.append(month)
    text.append("月")
    text.append(day)
    text.append("日")
  }
}
