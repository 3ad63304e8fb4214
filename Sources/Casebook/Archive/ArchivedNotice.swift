/// A notice with its references resolved to places in the archive.
package struct ArchivedNotice: Sendable {
  package let notice: Notice
  /// The index of its publisher among the archive's organizations.
  package let publisher: Int
  package let parties: [ArchivedParty]
  /// Whose data each entry of `notice.affected` is about, in that order.
  package let affectedOrganizations: [Int]
  /// The indexes of its tags, without repeats, in the order of the file.
  package let tags: [Int]
  /// The indexes of its incidents; the first is its home.
  package internal(set) var incidents: [Int] = []
  /// The last part of its URL: its `slug`, else the day and the publisher's id.
  package let slug: String
}

/// A party with its organization resolved.
package struct ArchivedParty: Sendable, Hashable {
  /// The index among the archive's organizations.
  package let organization: Int
  package let role: Role
  package let service: String?
}
