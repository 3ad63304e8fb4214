// The third step: incidents point to one another.

extension ArchiveParts {
  /// Fills the related incidents of each, and where merged ones went.
  mutating func relateIncidents() {
    let indexes = Dictionary(
      uniqueKeysWithValues: incidents.enumerated().map { ($0.element.number, $0.offset) })
    let hidden = Set(content.notices.flatMap { $0.cases.map(\.value) }).subtracting(indexes.keys)
    for index in incidents.indices {
      guard let file = incidents[index].file else { continue }
      // A relation to a case that is not yet shown is shown together with it.
      for number in file.related where !hidden.contains(number.value) {
        guard let other = known(number, in: file, indexes) else { continue }
        relate(index, other)
      }
      if let number = file.mergedInto, hidden.contains(number.value) {
        reportHidden(number, in: file)
      } else if let number = file.mergedInto, let target = known(number, in: file, indexes) {
        incidents[index].mergedInto = target
        incidents[target].mergedFrom.append(index)
      }
    }
    for index in incidents.indices {
      incidents[index].related.sort()
      reportMergeCycle(index)
    }
  }

  private mutating func relate(_ one: Int, _ other: Int) {
    for (from, to) in [(one, other), (other, one)] where !incidents[from].related.contains(to) && from != to {
      incidents[from].related.append(to)
    }
  }

  private mutating func known(
    _ number: Located<CaseNumber>, in file: IncidentFile, _ indexes: [CaseNumber: Int]
  ) -> Int? {
    if let index = indexes[number.value], number.value != file.number.value { return index }
    let isItself = number.value == file.number.value
    error(
      .unknownIncident,
      isItself ? "#\(number.value) names itself" : "there is no incident #\(number.value) in this archive",
      at: file.body.source.place(number.mark), hint: "name another incident that has a notice")
    return nil
  }

  /// A merged case sends its readers on, and so cannot be shown before the other is.
  private mutating func reportHidden(_ number: Located<CaseNumber>, in file: IncidentFile) {
    error(
      .unknownIncident, "the incident #\(number.value) is not shown yet",
      at: file.body.source.place(number.mark),
      hint:
        "its notices are drafts or dated after today; show one of them, or build with --drafts or --future")
  }

  private mutating func reportMergeCycle(_ start: Int) {
    var current = incidents[start].mergedInto
    for _ in incidents.indices {
      guard let index = current else { return }
      if index == start { break }
      current = incidents[index].mergedInto
    }
    guard current == start, let file = incidents[start].file, let mark = file.mergedInto?.mark else { return }
    error(
      .mergeCycle, "#\(file.number.value) is merged into itself through other cases",
      at: file.body.source.place(mark), hint: "one case of the circle must stay as it is")
  }
}
