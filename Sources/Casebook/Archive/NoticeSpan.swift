/// Who knew when: from what happened, through its discovery, to the publication, as one notice states it.
package struct NoticeSpan: Sendable, Hashable {
  /// What the notice states about a day.
  package struct Day: Sendable, Hashable {
    package let date: CivilDate
    package let event: EventKind
    package let isApproximate: Bool
  }

  /// The first day on which it occurred or on which data lay open; nil when the notice does not say.
  package let occurrence: Day?
  /// The first day on which the publisher knew, from itself or from its processor; nil when it does not say.
  package let discovery: Day?
  package let announced: CivilDate

  package init(_ notice: Notice) {
    let published = notice.published
    let timeline = notice.timeline
    func first(of kind: EventKind, or other: EventKind, since start: CivilDate?) -> Day? {
      var first: Day?
      for place in timeline.indices where timeline[place].event == kind || timeline[place].event == other {
        let event = timeline[place]
        guard event.date <= published, start.map({ event.date >= $0 }) ?? true else { continue }
        if let earlier = first, earlier.date <= event.date { continue }
        first = Day(date: event.date, event: event.event, isApproximate: event.isApproximate)
      }
      return first
    }
    occurrence = first(of: .occurred, or: .exposed, since: nil)
    // What was known before it happened is about something else.
    discovery = first(of: .detected, or: .processorReported, since: occurrence?.date)
    announced = published
  }

  /// The first day that it has.
  var start: CivilDate { occurrence?.date ?? discovery?.date ?? announced }

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
    let all = incidents[index].notices
    guard all.count > 1 else { return all }
    var publishers: Set<Int> = []
    return all.filter { publishers.insert(notices[$0].publisher).inserted }
  }
}
