// The third step: incidents point to one another.

extension ArchiveParts {
  /// Fills the related incidents of each, and where merged ones went.
  mutating func relateIncidents() {
    for index in outlines.indices {
      guard let file = outlines[index].file else { continue }
      // A relation to a case that is not yet shown is shown together with it.
      for number in file.related where !isHidden(number.value) {
        guard let other = known(number, in: file) else { continue }
        relate(index, other)
      }
      if let number = file.mergedInto, isHidden(number.value) {
        reportHidden(number, in: file)
      } else if let number = file.mergedInto, let target = known(number, in: file) {
        outlines[index].mergedInto = target
        outlines[target].mergedFrom.append(index)
      }
    }
    for index in outlines.indices {
      outlines[index].related.sort()
      reportMergeCycle(index)
    }
  }

  /// True for a case of which this build shows no notice yet.
  private mutating func isHidden(_ number: CaseNumber) -> Bool {
    incidentIndexes[number] == nil && isWritten(number)
  }

  private mutating func relate(_ one: Int, _ other: Int) {
    for (from, to) in [(one, other), (other, one)] where !outlines[from].related.contains(to) && from != to {
      outlines[from].related.append(to)
    }
  }

  private mutating func known(_ number: Located<CaseNumber>, in file: IncidentFile) -> Int? {
    if let index = incidentIndexes[number.value], number.value != file.number.value { return index }
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
    var current = outlines[start].mergedInto
    for _ in outlines.indices {
      guard let index = current else { return }
      if index == start { break }
      current = outlines[index].mergedInto
    }
    guard current == start, let file = outlines[start].file, let mark = file.mergedInto?.mark else { return }
    error(
      .mergeCycle, "#\(file.number.value) is merged into itself through other cases",
      at: file.body.source.place(mark), hint: "one case of the circle must stay as it is")
  }
}
