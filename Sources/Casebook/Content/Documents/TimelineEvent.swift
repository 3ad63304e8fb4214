/// One entry of a notice's timeline.
package struct TimelineEvent: Sendable, Hashable {
  package let date: CivilDate
  /// The last day of a span; nil for a single day.
  package let end: CivilDate?
  package let event: EventKind
  package let note: String?
  /// True when the notice gives the date as 頃 or the like.
  package let isApproximate: Bool

  /// The day and the kind tell most entries apart; to hash the note, Unicode would have to normalize it.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(date)
    hasher.combine(event)
  }
}

/// The keys of one of `timeline`.
enum TimelineEventKeys {
  static let date = Key(
    "date", ValueType<CivilDate>.date, required: true, "the day, or the first day of a span")
  static let end = Key("end", ValueType<CivilDate>.date, "the last day of a span")
  static let event = Key("event", ValueType<EventKind>.term, required: true, "what happened")
  static let note = Key("note", ValueType<String>.text(), "what the notice says about it, in our words")
  static let approximate = Key("approximate", ValueType<Bool>.boolean, "true when the notice says 'about'")
  static let all = [date.shape, end.shape, event.shape, note.shape, approximate.shape]

  static func read(_ reader: RecordReader, _ context: inout ReadingContext) -> TimelineEvent? {
    let date = reader.read(date, &context)
    let end = reader.read(end, &context)
    let event = reader.read(event, &context)
    let note = reader.read(note, &context)
    let isApproximate = reader.read(approximate, &context) ?? false
    guard let date, let event else { return nil }
    if let end, end < date {
      context.error(
        .endBeforeStart, "the span ends on \(end), before it starts on \(date)",
        at: reader.mark(of: Self.end, context),
        hint: "exchange 'date' and 'end', or mend the year")
    }
    return TimelineEvent(date: date, end: end, event: event, note: note, isApproximate: isApproximate)
  }
}
