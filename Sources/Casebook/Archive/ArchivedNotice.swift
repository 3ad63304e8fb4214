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

  /// A notice that is not in an incident yet; nil when the publisher was reported to be no organization.
  init?(_ notice: Notice, _ organizations: NameOrder, _ tags: NameOrder) {
    guard let publisher = organizations.place(of: notice.publisher) else { return nil }
    self.notice = notice
    self.publisher = publisher
    parties = notice.parties.compactMap { party in
      organizations.place(of: party.organization).map { place in
        ArchivedParty(organization: place, role: party.role, service: party.service)
      }
    }
    affectedOrganizations = notice.affected.map { affected in
      affected.organization.flatMap(organizations.place) ?? publisher
    }
    self.tags = tags.places(of: notice.tags)
    incidents = []
    slug = notice.slug?.value ?? "\(notice.published)-\(organizations.entries[publisher].entry.id)"
  }

  /// The same notice in its incidents.
  init(_ notice: ArchivedNotice, incidents: [Int]) {
    self.notice = notice.notice
    publisher = notice.publisher
    parties = notice.parties
    affectedOrganizations = notice.affectedOrganizations
    tags = notice.tags
    self.incidents = incidents
    slug = notice.slug
  }

  /// The same notice as it reads now, with the same references in the same order.
  init(_ notice: ArchivedNotice, revised: Notice) {
    self.notice = revised
    let publisher = notice.publisher
    self.publisher = publisher
    parties = notice.parties
    var named = zip(notice.notice.affected, notice.affectedOrganizations)
      .filter { $0.0.organization != nil }.map(\.1)[...]
    affectedOrganizations = revised.affected.map { affected in
      affected.organization == nil ? publisher : named.popFirst() ?? publisher
    }
    tags = notice.tags
    incidents = notice.incidents
    slug = notice.slug
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
