import Mustache

/// A day of a timeline, with what happened on it.
struct TimelineDayView: View {
  let date: CivilDate
  /// Days from the first occurrence; nil on that day, before it, and when it is not stated.
  let elapsedDays: Int?
  let events: [TimelineEventView]

  static let fields = Fields<Self>(
    "timeline day",
    .object("date", DateView.self, "The day") { DateView(date: $0.date) },
    .text("elapsed", "The days since it occurred; absent on that day and when it is not stated") {
      $0.elapsedDays.map { DecimalText.of($0) }
    },
    .list("events", TimelineEventView.self, "What happened, by kind; publications last") { $0.events }
  )

  /// Of more statements about one thing these are shown at once.
  private static let statementLimit = 4

  /// The days of a timeline whose entries are in the order of their days.
  ///
  /// - Parameter namesSources: false where all of it is from one notice.
  static func days(
    of timeline: [TimelineEntry], namesSources: Bool, _ context: PageContext
  ) -> [TimelineDayView] {
    let occurrence = timeline.first { [.occurred, .exposed].contains($0.event.event) }?.event.date
    return timeline.chunked { $0.event.date == $1.event.date }.compactMap { entries in
      guard let date = entries.first?.event.date else { return nil }
      let elapsed = occurrence.map { date.dayNumber - $0.dayNumber }.flatMap { $0 > 0 ? $0 : nil }
      return TimelineDayView(
        date: date, elapsedDays: elapsed, events: events(of: entries, namesSources, context))
    }
  }

  private static func events(
    of entries: ArraySlice<TimelineEntry>, _ namesSources: Bool, _ context: PageContext
  ) -> [TimelineEventView] {
    // Few kinds of things happen on one day.
    var groups: [(kind: TimelineEntry.Kind, statements: [TimelineStatementView])] = []
    for entry in entries {
      let kind = entry.kind
      let statement = TimelineStatementView(context: context, entry: entry, namesSources: namesSources)
      if let place = groups.firstIndex(where: { $0.kind == kind }) {
        groups[place].statements.append(statement)
      } else {
        groups.append((kind, [statement]))
      }
    }
    return groups.map { group in
      TimelineEventView(
        kind: group.kind, statements: FoldedList(group.statements, limit: statementLimit))
    }
  }
}

extension TimelineEntry {
  /// What stands under one heading of a day.
  struct Kind: Hashable {
    let event: EventKind
    let isPublication: Bool
  }

  fileprivate var kind: Kind { Kind(event: event.event, isPublication: isPublication) }
}

/// What happened on a day, with every notice's words on it.
struct TimelineEventView: View {
  let kind: TimelineEntry.Kind
  let statements: FoldedList<TimelineStatementView>

  static let fields = Fields<Self>(
    "timeline event",
    .text("label", "What happened, in Japanese") { $0.kind.event.label },
    .text("word", "The word as front matter has it, for a class") { $0.kind.event.rawValue },
    .flag("publication", "True for the publication of notices themselves") { $0.kind.isPublication },
    .list("statements", TimelineStatementView.self, "What the notices say about it, the first ones") {
      $0.statements.shown
    },
    .list("more_statements", TimelineStatementView.self, "The rest, when they are many") {
      $0.statements.folded
    },
    .text("more_count", "How many these are") { DecimalText.of($0.statements.folded.count) }
  )
}

/// What notices say alike about something that happened on a day.
struct TimelineStatementView: View {
  let context: PageContext
  let entry: TimelineEntry
  let namesSources: Bool

  private var event: TimelineEvent { entry.event }

  static let fields = Fields<Self>(
    "timeline statement",
    .object("end", DateView.self, "The last day of a span; absent for a single day") {
      $0.event.end.map(DateView.init)
    },
    .text("length", "The days of a span, the first and the last included; absent for a single day") { view in
      view.event.end.map { DecimalText.of($0.dayNumber - view.event.date.dayNumber + 1) }
    },
    .flag("approximate", "True when the notice gives the day as about") { $0.event.isApproximate },
    .text("note", "What the notice says about it; absent when nothing") { $0.event.note },
    .flag("publication", "True for the publication of a notice itself") { $0.entry.isPublication },
    .flag("names_sources", "True when the page is about several notices") { $0.namesSources },
    .list("sources", NoticeItemView.self, "The notices that state it") { view in
      view.entry.notices.map { NoticeItemView(context: view.context, index: $0) }
    }
  )
}
