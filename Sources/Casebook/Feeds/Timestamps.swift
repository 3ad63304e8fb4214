import Foundation

/// Days as moments: midnight in the site's time zone, in the form of RFC 3339.
struct Timestamps: Sendable {
  private let timeZone: TimeZone
  /// The day (`CivilDate.dayNumber`) from which the offset stays the same, and that offset in seconds; nil where the
  /// zone has a summer time. Foundation takes a microsecond to say so anew.
  private let steady: (since: Int, offset: Int)?

  /// - Parameter timeZone: a name of the tz database, which the front matter's reader has checked.
  init(timeZone: String) {
    let zone = TimeZone(identifier: timeZone) ?? .gmt
    self.timeZone = zone
    steady = Self.steadyOffset(of: zone)
  }

  /// `2024-06-11T00:00:00+09:00`. Seconds of old offsets are left out: RFC 3339 has none.
  func midnight(of date: CivilDate) -> String {
    let offset = offset(on: date) / 60
    let (hours, minutes) = (abs(offset) / 60, abs(offset) % 60)
    return date.description
      + ShortText.make(capacity: 15) { text in
        text.append("T00:00:00")
        text.append(offset < 0 ? "-" : "+")
        text.append(hours, width: 2)
        text.append(":")
        text.append(minutes, width: 2)
      }
  }

  /// In seconds east of Greenwich, at the start of the day.
  private func offset(on date: CivilDate) -> Int {
    if let steady, date.dayNumber >= steady.since { return steady.offset }
    let midnight = Double(date.dayNumber * 86_400)
    let near = timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: midnight))
    return timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: midnight - Double(near)))
  }

  private static func steadyOffset(of zone: TimeZone) -> (since: Int, offset: Int)? {
    let mostTransitions = 100
    var last = Date(timeIntervalSince1970: -86_400 * 366 * 70)
    for _ in 0..<mostTransitions {
      guard let next = zone.nextDaylightSavingTimeTransition(after: last), next > last else {
        let day = Int((last.timeIntervalSince1970 / 86_400).rounded(.down))
        return (day + 2, zone.secondsFromGMT(for: last.addingTimeInterval(2 * 86_400)))
      }
      last = next
    }
    return nil
  }
}
