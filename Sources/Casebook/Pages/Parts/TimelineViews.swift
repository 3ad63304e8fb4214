import Mustache

/// The timeline of a page, whose days, events and statements are places in it.
///
/// A class, so that each of them counts one reference.
final class Timeline: Sendable {
  let context: PageContext
  /// In the order of the days, those of one day by what happened.
  let entries: [TimelineEntry]
  /// False where all of it is from one notice.
  let namesSources: Bool
  /// The first day on which it occurred or on which data lay open; nil when that is not stated.
  let occurrence: CivilDate?

  init(_ entries: [TimelineEntry], namesSources: Bool, _ context: PageContext) {
    self.context = context
    self.entries = entries
    self.namesSources = namesSources
    let first = entries.firstIndex { $0.event.event == .occurred || $0.event.event == .exposed }
    occurrence = first.map { entries[$0].event.date }
  }

  var days: [TimelineDayView] {
    entries.indices.runs {
      entries[$0].event.date == entries[$1].event.date
    } making: {
      TimelineDayView(timeline: self, places: $0)
    }
  }
}

/// A day of a timeline, with what happened on it.
struct TimelineDayView: View {
  let timeline: Timeline
  /// Of its entries.
  let places: Range<Int>

  var date: CivilDate { timeline.entries[places.lowerBound].event.date }

  /// Days from the first occurrence; nil on that day, before it, and when it is not stated.
  var elapsedDays: Int? {
    guard let occurrence = timeline.occurrence, occurrence < date else { return nil }
    return date.dayNumber - occurrence.dayNumber
  }

  var events: [TimelineEventView] {
    let entries = timeline.entries
    return places.runs {
      entries[$0].event.event == entries[$1].event.event
        && entries[$0].isPublication == entries[$1].isPublication
    } making: {
      TimelineEventView(timeline: timeline, places: $0)
    }
  }

  static let fields = Fields<Self>(
    "timeline day",
    .object("date", DateView.self, "The day") { DateView(date: $0.date) },
    .text("elapsed", "The days since it occurred; absent on that day and when it is not stated") {
      $0.elapsedDays.map { DecimalText.of($0) }
    },
    .list("events", TimelineEventView.self, "What happened, by kind; publications last") { $0.events }
  )
}

/// What happened on a day, with every notice's words on it.
struct TimelineEventView: View {
  let timeline: Timeline
  /// Of its entries.
  let places: Range<Int>

  /// Of more statements about one thing these are shown at once.
  private static let statementLimit = 4

  var event: EventKind { timeline.entries[places.lowerBound].event.event }
  var isPublication: Bool { timeline.entries[places.lowerBound].isPublication }
  var folds: FoldedRange { FoldedRange(places, limit: Self.statementLimit) }

  private func statements(_ places: Range<Int>) -> [TimelineStatementView] {
    places.map { TimelineStatementView(timeline: timeline, place: $0) }
  }

  static let fields = Fields<Self>(
    "timeline event",
    .text("label", "What happened, in Japanese") { $0.event.label },
    .text("word", "The word as front matter has it, for a class") { $0.event.rawValue },
    .flag("publication", "True for the publication of notices themselves") { $0.isPublication },
    .list("statements", TimelineStatementView.self, "What the notices say about it, the first ones") {
      $0.statements($0.folds.shown)
    },
    .list("more_statements", TimelineStatementView.self, "The rest, when they are many") {
      $0.statements($0.folds.folded)
    },
    .text("more_count", "How many these are") { DecimalText.of($0.folds.folded.count) }
  )
}

/// What notices say alike about something that happened on a day.
struct TimelineStatementView: View {
  let timeline: Timeline
  /// Of its entry.
  let place: Int

  private var end: CivilDate? { timeline.entries[place].event.end }

  static let fields = Fields<Self>(
    "timeline statement",
    .object("end", DateView.self, "The last day of a span; absent for a single day") {
      $0.end.map(DateView.init)
    },
    .text("length", "The days of a span, the first and the last included; absent for a single day") { view in
      let start = view.timeline.entries[view.place].event.date
      return view.end.map { DecimalText.of($0.dayNumber - start.dayNumber + 1) }
    },
    .flag("approximate", "True when the notice gives the day as about") {
      $0.timeline.entries[$0.place].event.isApproximate
    },
    .text("note", "What the notice says about it; absent when nothing") {
      $0.timeline.entries[$0.place].event.note
    },
    .flag("publication", "True for the publication of a notice itself") {
      $0.timeline.entries[$0.place].isPublication
    },
    .flag("names_sources", "True when the page is about several notices") { $0.timeline.namesSources },
    .list("sources", NoticeItemView.self, "The notices that state it") { view in
      view.timeline.entries[view.place].notices.map {
        NoticeItemView(context: view.timeline.context, index: $0)
      }
    }
  )
}
