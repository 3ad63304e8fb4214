/// A day of the proleptic Gregorian calendar, without a time and without a time zone.
package struct CivilDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  package var year: Int { Int(packed >> 16) }
  /// 1 to 12.
  package var month: Int { Int(packed >> 8 & 0xFF) }
  /// 1 to 31.
  package var day: Int { Int(packed & 0xFF) }

  /// Year, month and day in one number, which orders as they do: an archive holds a date for every event.
  private let packed: UInt32

  /// A number that orders as the days do.
  var ordinal: Int { Int(packed) }

  /// Nil when there is no such day, or when the year is not one that a notice can be from (1900 to 9999).
  package init?(year: Int, month: Int, day: Int) {
    guard (1900...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.dayCount(year: year, month: month)
    else { return nil }
    packed = UInt32(year) << 16 | UInt32(month) << 8 | UInt32(day)
  }

  /// The number of days of a month (1 to 12).
  package static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days since 1970-01-01; the difference of two is the days between them.
  ///
  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
  package var dayNumber: Int {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday; the sum is positive for every year that `init` accepts after adding weeks.
    let index = (dayNumber + 4 + 7 * 5000) % 7
    return Weekday.allCases[index]
  }

  /// The form of ISO 8601: `2024-06-11`.
  package var description: String { ShortText.make(capacity: Self.isoLength, appendISO) }

  /// The length of that, in bytes.
  static let isoLength = 10

  /// Appends the form of ISO 8601.
  func appendISO(to text: inout ShortText) {
    text.append(year)
    text.append(UInt8(ascii: "-"))
    text.append(month, width: 2)
    text.append(UInt8(ascii: "-"))
    text.append(day, width: 2)
  }

  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.packed < right.packed
  }
}

/// A day of the week, Sunday first, by its Japanese sign.
package enum Weekday: Character, Sendable, CaseIterable {
  case sunday = "日"
  case monday = "月"
  case tuesday = "火"
  case wednesday = "水"
  case thursday = "木"
  case friday = "金"
  case saturday = "土"

  /// `（火）`.
  var inBrackets: StaticString {
    switch self {
    case .sunday: "（日）"
    case .monday: "（月）"
    case .tuesday: "（火）"
    case .wednesday: "（水）"
    case .thursday: "（木）"
    case .friday: "（金）"
    case .saturday: "（土）"
    }
  }
}
