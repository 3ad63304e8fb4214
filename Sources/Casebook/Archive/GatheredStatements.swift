// What an incident shows of its notices, which come in the order of publication: parties, timeline and figures, each in its
// own order.

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
  /// One timeline of several notices, in the order of the days; what two notices state alike stands once.
  static func gathered(from notices: [(index: Int, notice: Notice)]) -> [TimelineEntry] {
    var stated: [TimelineEntry] = []
    for (index, notice) in notices {
      let publication = notice.timeline.firstIndex { $0.isPublication(of: notice) }
      for (offset, event) in notice.timeline.enumerated() where offset != publication {
        stated.append(TimelineEntry(event: event, notices: [index], isPublication: false))
      }
      let note = publication.flatMap { notice.timeline[$0].note }
      stated.append(
        TimelineEntry(
          event: .publication(on: notice.published, note: note), notices: [index], isPublication: true))
    }
    return joined(stated)
  }

  /// The entries by day, publications last, each day's in the order in which they were stated.
  private static func joined(_ stated: [TimelineEntry]) -> [TimelineEntry] {
    let keys = stated.map(\.sortKey)
    let order = stated.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
    var entries: [TimelineEntry] = []
    entries.reserveCapacity(order.count)
    var day = (key: 0, start: 0)
    for index in order {
      if keys[index] != day.key { day = (keys[index], entries.count) }
      let entry = stated[index]
      let same = entry.isPublication ? nil : entries[day.start...].firstIndex { $0.event == entry.event }
      if let same {
        if entries[same].notices.last != entry.notices[0] { entries[same].notices += entry.notices }
      } else {
        entries.append(entry)
      }
    }
    return entries
  }

  /// The day, and behind its other entries the publications.
  private var sortKey: Int { event.date.ordinal << 1 | (isPublication ? 1 : 0) }
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
