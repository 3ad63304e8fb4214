// What an editor saves most: another text, title or figure of a notice that is there already. Nothing but the notice
// and its incidents hangs on those, so that nothing else has to be made again.

extension Archive {
  /// The archive with a notice as it reads now.
  ///
  /// - Returns: nil when the notice is not in the archive, or when more hangs on the change: which organizations, tags
  ///   and incidents there are, their order, an address.
  func revised(by notice: Notice) -> Archive? {
    guard let index = notices.firstIndex(where: { $0.path == notice.body.source.path }) else { return nil }
    let old = notices[index]
    guard notice.hasThePlace(of: old.notice) else { return nil }
    var (notices, incidents) = (notices, incidents)
    notices[index] = ArchivedNotice(old, revised: notice)
    for incident in old.incidents {
      incidents[incident] = Incident(incidents[incident], revisedFrom: notices)
    }
    return Archive(revising: self, notices: notices, incidents: incidents)
  }
}

extension Notice {
  /// True when this notice stands where another does in every list and index, with the same references.
  ///
  /// Marks count where findings about the archive can name them.
  fileprivate func hasThePlace(of other: Notice) -> Bool {
    cases == other.cases && published == other.published && publisher == other.publisher
      && tags == other.tags && parties == other.parties && isDraft == other.isDraft
      && affectedOrganizations.compactMap(\.self) == other.affectedOrganizations.compactMap(\.self)
      && slug == other.slug && slug?.mark == other.slug?.mark
      && aliases == other.aliases && aliases.map(\.mark) == other.aliases.map(\.mark)
  }
}
