/// A notice with its references resolved to places in the archive.
///
/// A class for the same reason as `Notice`.
package final class ArchivedNotice: Sendable {
  package let notice: Notice
  /// The index of its publisher among the archive's organizations.
  package let publisher: Int
  package let parties: [ArchivedParty]
  /// Whose data each entry of `notice.affected` is about, in that order.
  package let affectedOrganizations: [Int]
  /// The indexes of its tags, without repeats, in the order of the file.
  package let tags: [Int]
  /// The indexes of its incidents; the first is its home.
  package let incidents: [Int]
  /// The last part of its URL: its `slug`, else the day and the publisher's id.
  package let slug: String
  let url: SiteURL

  /// A notice with its references in index order.
  ///
  /// - Parameter incidents: the indexes of its incidents.
  init(
    _ resolved: ResolvedNotice, _ organizations: NameOrder, _ tags: NameOrder, incidents: [Int]
  ) {
    let notice = resolved.notice
    var named = resolved.organizations.makeIterator()
    func nextPlace() -> Int? { (named.next() ?? nil).map(organizations.place) }
    let publisher = organizations.place(of: resolved.publisher)
    self.notice = notice
    self.publisher = publisher
    var parties: [ArchivedParty] = []
    parties.reserveCapacity(notice.parties.count)
    for party in notice.parties {
      guard let place = nextPlace() else { continue }
      parties.append(ArchivedParty(organization: place, role: party.role, service: party.service))
    }
    self.parties = parties
    affectedOrganizations = notice.affectedOrganizations.map { organization in
      organization == nil ? publisher : nextPlace() ?? publisher
    }
    self.tags = tags.distinctPlaces(of: resolved.tags)
    self.incidents = incidents
    slug =
      notice.slug?.value
      ?? Self.slug(notice.published, publisher: organizations.entries[publisher].name.id)
    url = .notice(slug, of: notice.cases[0].value)
  }

  /// Such as `2024-06-11-aoba`.
  private static func slug(_ day: CivilDate, publisher: String) -> String {
    ShortText.make(capacity: CivilDate.isoLength + 1 + publisher.utf8.count) { text in
      day.appendISO(to: &text)
      text.append("-")
      text.append(publisher.utf8)
    }
  }

  /// The same notice as it reads now, with the same references in the same order.
  init(_ notice: ArchivedNotice, revised: Notice) {
    self.notice = revised
    let publisher = notice.publisher
    self.publisher = publisher
    parties = notice.parties
    var named = zip(notice.notice.affectedOrganizations, notice.affectedOrganizations)
      .filter { $0.0 != nil }.map(\.1)[...]
    affectedOrganizations = revised.affectedOrganizations.map { organization in
      organization == nil ? publisher : named.popFirst() ?? publisher
    }
    tags = notice.tags
    incidents = notice.incidents
    slug = notice.slug
    url = notice.url
  }

  /// The path of its file.
  package var path: String { notice.body.source.path }
}

/// A party with its organization resolved.
package struct ArchivedParty: Sendable, Hashable {
  /// The index among the archive's organizations.
  package let organization: Int
  package let role: Role
  package let service: String?
}
