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
    var named = resolved.organizations.map { $0.map(organizations.place) }[...]
    let publisher = organizations.place(of: resolved.publisher)
    self.notice = notice
    self.publisher = publisher
    parties = notice.parties.compactMap { party in
      named.removeFirst().map { ArchivedParty(organization: $0, role: party.role, service: party.service) }
    }
    affectedOrganizations = notice.affectedOrganizations.map { organization in
      organization == nil ? publisher : named.removeFirst() ?? publisher
    }
    self.tags = tags.distinctPlaces(of: resolved.tags)
    self.incidents = incidents
    slug =
      notice.slug?.value
      ?? Self.slug(notice.published, publisher: organizations.entries[publisher].name.id)
    url = Self.url(of: slug, below: SiteURL.incident(notice.cases[0].value))
  }

  /// Such as `2024-06-11-aoba`.
  private static func slug(_ day: CivilDate, publisher: String) -> String {
    ShortText.make(capacity: CivilDate.textCapacity + 1 + publisher.utf8.count) { text in
      day.appendISO(to: &text)
      text.append("-")
      text.append(publisher.utf8)
    }
  }

  private static func url(of slug: String, below incident: SiteURL) -> SiteURL {
    let path = ShortText.make(capacity: incident.path.utf8.count + slug.utf8.count + 1) { text in
      text.append(incident.path.utf8)
      text.append(slug.utf8)
      text.append("/")
    }
    return SiteURL(path)
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
