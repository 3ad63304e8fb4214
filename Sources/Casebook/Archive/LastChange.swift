// When something last changed, as the content says: no clock and no date of a file.

extension Notice {
  /// The day of its last correction, else of its publication.
  var lastChange: CivilDate { max(published, corrections.lazy.map(\.date).max() ?? published) }
}

extension Article {
  /// The day on which it was updated, else published.
  var lastChange: CivilDate { updated ?? published }
}

extension Archive {
  /// The day of the last change of an incident's notices and of its own file; nil when neither has a date.
  func lastChange(ofIncident index: Int) -> CivilDate? {
    let incident = incidents[index]
    let own =
      (incident.file?.corrections.map(\.date) ?? []) + [incident.file?.withdrawn?.date].compactMap(\.self)
    return (incident.notices.map { notices[$0].notice.lastChange } + own).max()
  }
}
