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
  package var japaneseText: String { String(year) + "年" + monthAndDay }

  private var monthAndDay: String { Self.numerals[month] + "月" + Self.numerals[day] + "日" }

  /// `令和6年`, `令和元年`; nil for a day before 昭和.
  private var eraYearText: String? {
    guard let era = JapaneseEra.of(self) else { return nil }
    let yearOfEra = year - era.firstYear + 1
    return era.rawValue + (yearOfEra == 1 ? "元" : String(yearOfEra)) + "年"
  }

  /// `2024年（令和6年）6月11日（火）`, as authorities date their documents; without an era for a day before 昭和.
  package var longText: String {
    let era = eraYearText.map { "（\($0)）" } ?? ""
    return String(year) + "年" + era + monthAndDay + weekday.inBrackets
  }

  /// `令和6年6月11日（火）`; without an era for a day before 昭和.
  package var eraText: String {
    (eraYearText ?? String(year) + "年") + monthAndDay + weekday.inBrackets
  }
}
