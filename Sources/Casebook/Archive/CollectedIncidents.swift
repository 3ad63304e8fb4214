// The second step: notices and the incidents' own files come together under their case numbers.

extension ArchiveParts {
  /// Fills the outlines of the incidents, in number order.
  mutating func collectIncidents() {
    var noticesByNumber: [CaseNumber: [Int]] = [:]
    for (index, notice) in resolvedNotices.enumerated() {
      for number in notice.notice.cases { noticesByNumber[number.value, default: []].append(index) }
    }
    let files = incidentFiles(named: noticesByNumber)
    let numbers = files.keys.filter { noticesByNumber[$0] == nil } + noticesByNumber.keys
    outlines = numbers.sorted().map { number in
      let file = files[number]
      return IncidentOutline(
        number, file: file.map { content.incidents[$0] }, notices: noticesByNumber[number] ?? [],
        tags: file.map { tagsOfFiles[$0] } ?? [])
    }
    incidentIndexes = Dictionary(
      uniqueKeysWithValues: outlines.enumerated().map { ($0.element.number, $0.offset) })
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
  private mutating func incidentFiles(named shown: [CaseNumber: [Int]]) -> [CaseNumber: Int] {
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
