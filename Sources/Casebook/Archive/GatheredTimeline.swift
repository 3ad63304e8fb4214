// The timeline that an incident gathers from its notices, or that one notice has by itself.

extension TimelineEntry {
  /// A notice, and what its timeline says.
  private struct Source {
    /// Its index alone, which the entries have that it alone states.
    let notices: [Int]
    let published: CivilDate
    let timeline: [TimelineEvent]
    /// The entry in which it states its own publication, which the archive adds by itself.
    let publication: Int?

    init(_ notice: Notice, index: Int) {
      let published = notice.published
      notices = [index]
      self.published = published
      timeline = notice.timeline
      publication = timeline.firstIndex {
        $0.date == published && $0.end == nil && $0.event == .announced
      }
    }
  }

  /// Where something is stated: in an entry of a notice's timeline, or by its publication.
  private struct Statement: Comparable {
    /// The day, and behind its other statements the publications.
    let key: Int
    /// The place of the notice.
    let notice: Int
    /// The place of the entry; nil for the publication.
    let entry: Int?

    init(_ date: CivilDate, notice: Int, entry: Int?) {
      key = date.ordinal << 1 | (entry == nil ? 1 : 0)
      self.notice = notice
      self.entry = entry
    }

    /// Those of one day are in the order in which they are stated.
    static func < (left: Statement, right: Statement) -> Bool {
      if left.key != right.key { return left.key < right.key }
      if left.notice != right.notice { return left.notice < right.notice }
      guard let first = left.entry, let second = right.entry else { return false }
      return first < second
    }
  }

  /// One timeline of several notices, in the order of the days, those of one day by what happened, in the order in which it is
  /// first stated; what two notices state alike stands once. Publications come last.
  static func gathered(from notices: some Sequence<(index: Int, notice: Notice)>) -> [TimelineEntry] {
    let sources = notices.map { Source($0.notice, index: $0.index) }
    let statements = statements(of: sources)
    var entries: [TimelineEntry] = []
    entries.reserveCapacity(statements.count)
    var day = (key: 0, start: 0)
    for statement in statements {
      if statement.key != day.key { day = (statement.key, entries.count) }
      let source = sources[statement.notice]
      if let entry = statement.entry {
        add(source.timeline[entry], statedBy: source.notices, to: &entries, from: day.start)
      } else {
        let note = source.publication.flatMap { source.timeline[$0].note }
        let event = TimelineEvent(
          date: source.published, end: nil, event: .announced, note: note, isApproximate: false)
        entries.append(TimelineEntry(event: event, notices: source.notices, isPublication: true))
      }
    }
    return entries
  }

  /// What notices state, in the order of a timeline.
  private static func statements(of sources: [Source]) -> [Statement] {
    var statements: [Statement] = []
    statements.reserveCapacity(sources.reduce(0) { $0 + $1.timeline.count + 1 })
    for (place, source) in sources.enumerated() {
      for entry in source.timeline.indices where entry != source.publication {
        statements.append(Statement(source.timeline[entry].date, notice: place, entry: entry))
      }
      statements.append(Statement(source.published, notice: place, entry: nil))
    }
    statements.sort()
    return statements
  }

  /// Adds what a notice states to a day's entries, which start at a place, behind what else happened of the same kind.
  private static func add(
    _ event: consuming TimelineEvent, statedBy notices: [Int], to entries: inout [TimelineEntry],
    from start: Int
  ) {
    var place = entries.count
    for index in start..<entries.count where entries[index].event.event == event.event {
      guard entries[index].event != event else {
        if entries[index].notices.last != notices.last { entries[index].notices += notices }
        return
      }
      place = index + 1
    }
    let entry = TimelineEntry(event: event, notices: notices, isPublication: false)
    if place == entries.count { entries.append(entry) } else { entries.insert(entry, at: place) }
  }
}
