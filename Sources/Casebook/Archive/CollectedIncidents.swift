// The second step: notices and the incidents' own files come together under their case numbers.

extension ArchiveParts {
  /// Fills the outlines of the incidents, in number order.
  mutating func collectIncidents() {
    var cases = shownCases()
    let shown = Set(cases.lazy.map(\.number))
    let files = incidentFiles(shown: shown)
    let empty = files.keys.filter { !shown.contains($0) }
    if !empty.isEmpty { cases = (cases + empty.map { ($0, []) }).sorted { $0.number < $1.number } }
    outlines = cases.map { number, notices in
      let file = files[number]
      return IncidentOutline(
        number, file: file.map { content.incidents[$0] }, notices: notices,
        tags: file.map { tagsOfFiles[$0] } ?? [])
    }
    incidentIndexes = Dictionary(
      uniqueKeysWithValues: outlines.enumerated().map { ($0.element.number, $0.offset) })
  }

  /// The cases that notices name, in number order, each with the indexes of its notices in the order of publication.
  private func shownCases() -> [(number: CaseNumber, notices: [Int])] {
    // Sorted, since a row for each case that grows in a dictionary is new memory again and again.
    var mentions: [(number: CaseNumber, notice: Int)] = []
    mentions.reserveCapacity(resolvedNotices.count)
    for (index, notice) in resolvedNotices.enumerated() {
      for number in notice.notice.cases { mentions.append((number.value, index)) }
    }
    mentions.sort { $0.number == $1.number ? $0.notice < $1.notice : $0.number < $1.number }
    var cases: [(number: CaseNumber, notices: [Int])] = []
    var start = 0
    while start < mentions.count {
      let number = mentions[start].number
      let end = mentions[start...].firstIndex { $0.number != number } ?? mentions.count
      cases.append((number, mentions[start..<end].map(\.notice)))
      start = end
    }
    return cases
  }

  /// Fills notices, each with its incidents, then incidents.
  mutating func gatherNotices(_ organizations: NameOrder, _ tags: NameOrder) {
    let (indexes, outlines) = (incidentIndexes, outlines)
    let notices = parallel.map(resolvedNotices) { notice in
      ArchivedNotice(
        notice, organizations, tags,
        incidents: notice.notice.cases.compactMap { indexes[$0.value] })
    }
    self.notices = notices
    incidents = parallel.map(outlines) { Incident($0, from: notices) }
  }

  /// The indexes of the incidents' own files by case number; those that this build shows.
  ///
  /// A case without a shown notice keeps its page when it was merged or withdrawn. It is left out when all its
  /// notices are drafts or of the future, and is an error when it has none at all.
  ///
  /// - Parameter shown: the cases that have a shown notice.
  private mutating func incidentFiles(shown: Set<CaseNumber>) -> [CaseNumber: Int] {
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
      if !shown.contains(number), !keepsPage {
        if !isWritten(number) { reportEmpty(file) }
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
}
