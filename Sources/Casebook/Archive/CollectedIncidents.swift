// The second step: notices and the incidents' own files come together under their case numbers.

extension ArchiveParts {
  /// Fills incidents, and the incidents of each notice.
  mutating func collectIncidents() {
    var noticesByNumber: [CaseNumber: [Int]] = [:]
    for (index, notice) in notices.enumerated() {
      for number in notice.notice.cases { noticesByNumber[number.value, default: []].append(index) }
    }
    let files = incidentFiles(named: noticesByNumber)
    let numbers = Set(noticesByNumber.keys).union(files.keys).sorted()
    let parts = self
    incidents = parallel.map(numbers) { [noticesByNumber] number in
      parts.incident(number, notices: noticesByNumber[number] ?? [], file: files[number])
    }
    let indexes = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($0.element, $0.offset) })
    notices = notices.map { notice in
      ArchivedNotice(notice, incidents: notice.notice.cases.compactMap { indexes[$0.value] })
    }
  }

  /// The indexes of the incidents' own files by case number; those that this build shows.
  ///
  /// A case without a shown notice keeps its page when it was merged or withdrawn. It is left out when all its
  /// notices are drafts or of the future, and is an error when it has none at all.
  private mutating func incidentFiles(named shown: [CaseNumber: [Int]]) -> [CaseNumber: Int] {
    let written = Set(content.notices.flatMap { $0.cases.map(\.value) })
    var files: [CaseNumber: Int] = [:]
    for (index, file) in content.incidents.enumerated() {
      let number = file.number.value
      if let other = files[number] {
        error(
          .duplicateIncident, "the incident #\(number) has a file already",
          at: file.body.source.place(file.number.mark),
          hint: "it is \(content.incidents[other].body.source.path); keep one")
        continue
      }
      let keepsPage = file.status == .merged || file.status == .withdrawn
      if shown[number] == nil, !keepsPage {
        if !written.contains(number) { reportEmpty(file) }
        continue
      }
      files[number] = index
    }
    return files
  }

  private mutating func reportEmpty(_ file: IncidentFile) {
    error(
      .emptyIncident, "the incident #\(file.number.value) has no notice",
      at: file.body.source.place(file.number.mark),
      hint: "add a notice with case: \"\(file.number.value)\", or set its status to merged or withdrawn")
  }

  private func incident(_ number: CaseNumber, notices indexes: [Int], file: Int?) -> Incident {
    let own = file.map { content.incidents[$0] }
    let tags = indexes.reduce(file.map { tagsOfFiles[$0] } ?? []) { tags, index in
      tags + notices[index].tags.filter { !tags.contains($0) }
    }
    var incident = Incident(
      number: number, status: own?.status ?? .open, file: own, notices: indexes, tags: tags)
    incident.gather(from: notices)
    return incident
  }
}

extension IncidentParty {
  /// The parties of several notices: publishers first, then by role, in the order in which they are first named.
  static func gathered(from notices: [(index: Int, notice: ArchivedNotice)]) -> [IncidentParty] {
    var byRole: [Role?: [IncidentParty]] = [:]
    for (index, notice) in notices {
      add(notice.publisher, role: nil, service: nil, notice: index, to: &byRole)
      for party in notice.parties {
        add(party.organization, role: party.role, service: party.service, notice: index, to: &byRole)
      }
    }
    return Role.allCases.reduce(byRole[nil] ?? []) { $0 + (byRole[$1] ?? []) }
  }

  private static func add(
    _ organization: Int, role: Role?, service: String?, notice: Int, to byRole: inout [Role?: [IncidentParty]]
  ) {
    var parties = byRole[role] ?? []
    let index = parties.firstIndex { $0.organization == organization } ?? parties.count
    if index == parties.count {
      parties.append(IncidentParty(organization: organization, role: role, services: [], notices: []))
    }
    if let service, !parties[index].services.contains(service) { parties[index].services.append(service) }
    if parties[index].notices.last != notice { parties[index].notices.append(notice) }
    byRole[role] = parties
  }
}

extension TimelineEntry {
  /// One timeline of several notices, in the order of the days; what two notices state alike stands once.
  static func gathered(from notices: [(index: Int, notice: Notice)]) -> [TimelineEntry] {
    var entries: [TimelineEntry] = []
    var places: [TimelineEvent: Int] = [:]
    for (index, notice) in notices {
      let publication = notice.timeline.firstIndex { $0.isPublication(of: notice) }
      for (offset, event) in notice.timeline.enumerated() where offset != publication {
        if let place = places[event] {
          if entries[place].notices.last != index { entries[place].notices.append(index) }
        } else {
          places[event] = entries.count
          entries.append(TimelineEntry(event: event, notices: [index], isPublication: false))
        }
      }
      entries.append(TimelineEntry(event: .publication(of: notice), notices: [index], isPublication: true))
    }
    return entries.enumerated().sorted { left, right in
      (left.element.event.date, left.element.isPublication ? 1 : 0, left.offset)
        < (right.element.event.date, right.element.isPublication ? 1 : 0, right.offset)
    }.map(\.element)
  }
}

extension TimelineEvent {
  fileprivate static func publication(of notice: Notice) -> TimelineEvent {
    let written = notice.timeline.first { $0.isPublication(of: notice) }
    return TimelineEvent(
      date: notice.published, end: nil, event: .announced, note: written?.note, isApproximate: false)
  }

  /// True for the entry in which a notice states its own publication, which the archive adds by itself.
  fileprivate func isPublication(of notice: Notice) -> Bool {
    event == .announced && date == notice.published && end == nil
  }
}
