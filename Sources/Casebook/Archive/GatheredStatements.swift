// What an incident shows of its notices, which come in the order of publication: parties, timeline and figures, each in
// its own order.

extension IncidentParty {
  /// The parties of several notices: publishers first, then by role, in the order in which they are first named.
  static func gathered(from notices: [ArchivedNotice]) -> [IncidentParty] {
    // Row 0 is the publishers', the others are the roles'.
    var rows: [[IncidentParty]] = Array(repeating: [], count: Role.allCases.count + 1)
    for notice in notices {
      add(notice.publisher, role: nil, service: nil, to: &rows[0])
      for party in notice.parties {
        add(
          party.organization, role: party.role, service: party.service, to: &rows[party.role.ordinal + 1])
      }
    }
    return Array(rows.joined())
  }

  private static func add(
    _ organization: Int, role: Role?, service: String?, to parties: inout [IncidentParty]
  ) {
    let index = parties.firstIndex { $0.organization == organization } ?? parties.count
    if index == parties.count {
      parties.append(IncidentParty(organization: organization, role: role, services: []))
    }
    if let service, !parties[index].services.contains(service) { parties[index].services.append(service) }
  }
}

extension TimelineEntry {
  /// Where something is stated: in an entry of a notice's timeline, or by its publication.
  private struct Statement {
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
  }

  /// One timeline of several notices, in the order of the days; what two notices state alike stands once.
  static func gathered(from notices: [(index: Int, notice: Notice)]) -> [TimelineEntry] {
    let timelines = notices.map(\.notice.timeline)
    var statements: [Statement] = []
    var publications: [Int?] = []
    for (place, (_, notice)) in notices.enumerated() {
      let publication = timelines[place].firstIndex { $0.isPublication(of: notice) }
      for offset in timelines[place].indices where offset != publication {
        statements.append(Statement(timelines[place][offset].date, notice: place, entry: offset))
      }
      statements.append(Statement(notice.published, notice: place, entry: nil))
      publications.append(publication)
    }
    let order = statements.indices.sorted { (statements[$0].key, $0) < (statements[$1].key, $1) }
    var entries: [TimelineEntry] = []
    entries.reserveCapacity(order.count)
    var day = (key: 0, start: 0)
    for index in order {
      let statement = statements[index]
      if statement.key != day.key { day = (statement.key, entries.count) }
      let (number, notice) = notices[statement.notice]
      guard let entry = statement.entry else {
        let note = publications[statement.notice].flatMap { timelines[statement.notice][$0].note }
        let event = TimelineEvent.publication(on: notice.published, note: note)
        entries.append(TimelineEntry(event, notices: [number], isPublication: true))
        continue
      }
      add(timelines[statement.notice][entry], statedBy: number, to: &entries, from: day.start)
    }
    return entries
  }

  /// Adds what a notice states to a day's entries, which start at a place.
  private static func add(
    _ event: TimelineEvent, statedBy notice: Int, to entries: inout [TimelineEntry], from start: Int
  ) {
    guard let same = entries[start...].firstIndex(where: { $0.event == event }) else {
      return entries.append(TimelineEntry(event, notices: [notice]))
    }
    guard entries[same].notices.last != notice else { return }
    entries[same] = TimelineEntry(event, notices: entries[same].notices + [notice])
  }
}

extension TimelineEvent {
  fileprivate static func publication(on date: CivilDate, note: String?) -> TimelineEvent {
    TimelineEvent(date: date, end: nil, event: .announced, note: note, isApproximate: false)
  }

  /// True for the entry in which a notice states its own publication, which the archive adds by itself.
  fileprivate func isPublication(of notice: Notice) -> Bool {
    date == notice.published && end == nil && event == .announced
  }
}

extension StatedFigure {
  fileprivate static func figures(of notice: ArchivedNotice, _ index: Int) -> [StatedFigure] {
    zip(notice.notice.affected, notice.affectedOrganizations).map { affected, organization in
      StatedFigure(notice: index, organization: organization, affected: affected)
    }
  }

  /// The figures of several notices, in their order.
  ///
  /// - Parameter notices: each with its index.
  static func gathered(from notices: some Sequence<(Int, ArchivedNotice)>) -> [StatedFigure] {
    notices.flatMap { figures(of: $1, $0) }
  }
}
