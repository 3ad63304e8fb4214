/// Who knew when: from what happened, through its discovery, to the publication, as one notice states it.
package struct NoticeSpan: Sendable, Hashable {
  /// The first day on which it occurred or on which data lay open; nil when the notice does not say.
  package let occurrence: TimelineEvent?
  /// The first day on which the publisher knew, from itself or from its processor; nil when it does not say.
  package let discovery: TimelineEvent?
  package let announced: CivilDate

  package init(_ notice: Notice) {
    let published = notice.published
    func first(of kind: EventKind, or other: EventKind, since start: CivilDate?) -> TimelineEvent? {
      var first: TimelineEvent?
      for event in notice.timeline where event.event == kind || event.event == other {
        guard event.date <= published, start.map({ event.date >= $0 }) ?? true else { continue }
        if let earlier = first, earlier.date <= event.date { continue }
        first = event
      }
      return first
    }
    occurrence = first(of: .occurred, or: .exposed, since: nil)
    // What was known before it happened is about something else.
    discovery = first(of: .detected, or: .processorReported, since: occurrence?.date)
    announced = published
  }

  /// Nil when either day is not stated.
  package var daysToDiscovery: Int? { Self.days(from: occurrence?.date, to: discovery?.date) }
  /// Nil when the day of the discovery is not stated.
  package var daysFromDiscovery: Int? { Self.days(from: discovery?.date, to: announced) }
  /// Nil when the day of the occurrence is not stated.
  package var daysFromOccurrence: Int? { Self.days(from: occurrence?.date, to: announced) }

  /// True when neither day is stated, so that there is nothing to show beside the publication.
  package var isEmpty: Bool { occurrence == nil && discovery == nil }

  private static func days(from start: CivilDate?, to end: CivilDate?) -> Int? {
    guard let start, let end else { return nil }
    return end.dayNumber - start.dayNumber
  }
}

extension Archive {
  /// The first notice of each publisher on a case, in the order of publication.
  package func firstNotices(ofIncident index: Int) -> [Int] {
    var publishers: Set<Int> = []
    return incidents[index].notices.filter { publishers.insert(notices[$0].publisher).inserted }
  }
}
