// When something last changed, as the content says: no clock and no date of a file.

extension Notice {
  /// The day of its last correction, else of its publication.
  var lastChange: CivilDate { max(published, corrections.lazy.map(\.date).max() ?? published) }
}

extension Article {
  /// The day on which it was updated, else published.
  var lastChange: CivilDate { updated ?? published }
}

extension Incident {
  /// The day of the last change of its own file; nil where that has no date.
  var ownChange: CivilDate? {
    [file?.corrections.lazy.map(\.date).max(), file?.withdrawn?.date].compactMap(\.self).max()
  }
}

extension Archive {
  /// The day of the last change of an incident's notices and of its own file; nil when neither has a date.
  func lastChange(ofIncident index: Int) -> CivilDate? {
    let incident = incidents[index]
    return [newestChange(ofNotices: incident.notices), incident.ownChange].compactMap(\.self).max()
  }

  /// The day of the last change of any of some notices; nil for none.
  func newestChange(ofNotices notices: some Sequence<Int>) -> CivilDate? {
    notices.lazy.map { self.notices[$0].notice.lastChange }.max()
  }
}
