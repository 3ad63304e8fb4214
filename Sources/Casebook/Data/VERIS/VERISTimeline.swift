/// When an incident happened and how long things took, as VERIS says it: one date, otherwise durations.
struct VERISTimeline {
  private let events: [TimelineEvent]
  private let published: [CivilDate]
  private let number: CaseNumber

  /// The years that the schema allows.
  private static let years = 1950...2050

  init(_ notices: [ArchivedNotice], number: CaseNumber) {
    events = notices.flatMap(\.notice.timeline)
    published = notices.map(\.notice.published)
    self.number = number
  }

  var part: JSONObject {
    [
      "incident": .object(incident),
      "compromise": ["unit": "Unknown"],
      "exfiltration": ["unit": "Unknown"],
      "discovery": .object(duration(from: [.occurred, .exposed], to: [.detected])),
      "containment": .object(duration(from: [.detected], to: [.contained])),
    ]
  }

  /// The day on which it happened, as far as it is stated: of an approximate date the month, and where only later
  /// days are known the year, since that is the least that a record may say.
  private var incident: JSONObject {
    if let first = first([.occurred, .exposed]), Self.years.contains(first.date.year) {
      var date: JSONObject = ["year": .integer(first.date.year), "month": .integer(first.date.month)]
      if !first.isApproximate { date["day"] = .integer(first.date.day) }
      return date
    }
    let known = (events.map(\.date) + published).min()?.year ?? number.year
    return ["year": .integer(min(max(known, Self.years.lowerBound), Self.years.upperBound))]
  }

  private func first(_ kinds: [EventKind]) -> TimelineEvent? {
    events.lazy.filter { kinds.contains($0.event) }.min { $0.date < $1.date }
  }

  /// Days between the first of one kind and the first of another, where both days are exact.
  private func duration(from start: [EventKind], to end: [EventKind]) -> JSONObject {
    guard let start = first(start), let end = first(end), !start.isApproximate, !end.isApproximate,
      start.date <= end.date
    else { return ["unit": "Unknown"] }
    return ["unit": "Days", "value": .integer(end.date.dayNumber - start.date.dayNumber)]
  }
}
