import Foundation

/// What "today" is, for notices of the future and the year at the foot of pages.
package enum Today {
  /// The given day; else the day of `SOURCE_DATE_EPOCH`, else of the clock, in a time zone.
  ///
  /// Source: reproducible-builds.org, "SOURCE_DATE_EPOCH specification", version 1.1.
  ///
  /// - Parameters:
  ///   - epoch: the text of `SOURCE_DATE_EPOCH`, seconds since 1970-01-01T00:00:00Z; nil when it is not set.
  ///   - timeZone: a name of the tz database.
  /// - Returns: nil when `epoch` is set and is no number of seconds in the years that a date can have.
  package static func date(given: CivilDate?, epoch: String?, timeZone: String) -> CivilDate? {
    if let given { return given }
    guard let epoch else { return date(of: Date(), timeZone: timeZone) }
    guard let seconds = Int64(epoch), abs(seconds) < 1 << 40 else { return nil }
    return date(of: Date(timeIntervalSince1970: Double(seconds)), timeZone: timeZone)
  }

  private static func date(of date: Date, timeZone: String) -> CivilDate? {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: timeZone) ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }
}
