import Foundation

/// Days as moments: midnight in the site's time zone, in the form of RFC 3339.
struct Timestamps: Sendable {
  private let timeZone: TimeZone

  /// - Parameter timeZone: a name of the tz database, which the front matter's reader has checked.
  init(timeZone: String) {
    self.timeZone = TimeZone(identifier: timeZone) ?? .gmt
  }

  /// `2024-06-11T00:00:00+09:00`. Seconds of old offsets are left out: RFC 3339 has none.
  func midnight(of date: CivilDate) -> String {
    let offset = offset(on: date) / 60
    let (hours, minutes) = (abs(offset) / 60, abs(offset) % 60)
    return "\(date)T00:00:00\(offset < 0 ? "-" : "+")\(Self.twoDigits(hours)):\(Self.twoDigits(minutes))"
  }

  /// In seconds east of Greenwich, at the start of the day.
  private func offset(on date: CivilDate) -> Int {
    let midnight = Double(date.dayNumber * 86_400)
    let near = timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: midnight))
    return timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: midnight - Double(near)))
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
