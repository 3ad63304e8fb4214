/// The archive (アーカイブ): the whole, with every index over it, immutable once built.
///
/// Parts refer to one another by their indexes in its arrays. A class for the same reason as `Notice`.
package final class Archive: Sendable {
  package let site: Site
  package let options: ArchiveOptions
  /// In the order of publication; notices of one day in the order of their paths.
  package let notices: [ArchivedNotice]
  /// In number order.
  package let incidents: [Incident]
  /// In index order: by reading, those without one last.
  package let organizations: [Organization]
  /// In index order: by reading, those without one last.
  package let tags: [Tag]
  /// Newest first.
  package let articles: [ArchivedArticle]
  /// In the order of their paths.
  package let pages: [Page]
  /// The years of the case numbers with their incidents, newest year first.
  package let years: [ArchiveYear]
  package let attachments: [Attachment]
  /// Files under `content/static/`, by their path in it.
  package let staticFiles: [String]
  private let incidentIndexes: [CaseNumber: Int]

  init(_ parts: ArchiveParts) {
    site = parts.content.site
    options = parts.options
    notices = parts.notices
    incidents = parts.incidents
    organizations = parts.organizations
    tags = parts.tags
    articles = parts.articles
    pages = parts.content.pages
    attachments = parts.attachments
    staticFiles = parts.content.staticFiles
    years = ArchiveYear.years(of: parts.incidents)
    incidentIndexes = parts.incidentIndexes
  }

  /// The same archive in which notices read otherwise.
  init(revising archive: Archive, notices: [ArchivedNotice], incidents: [Incident]) {
    site = archive.site
    options = archive.options
    self.notices = notices
    self.incidents = incidents
    organizations = archive.organizations
    tags = archive.tags
    articles = archive.articles
    pages = archive.pages
    attachments = archive.attachments
    staticFiles = archive.staticFiles
    years = archive.years
    incidentIndexes = archive.incidentIndexes
  }

  /// The index of the incident with a number; nil when the archive shows none.
  package func incident(_ number: CaseNumber) -> Int? { incidentIndexes[number] }
}

/// An article with its tags resolved.
package struct ArchivedArticle: Sendable {
  package let article: Article
  /// The indexes of its tags.
  package let tags: [Int]
}

/// The incidents whose case numbers have one year.
package struct ArchiveYear: Sendable, Hashable {
  package let year: Int
  /// Indexes into the archive's incidents.
  package let incidents: Range<Int>

  /// Newest year first.
  static func years(of incidents: [Incident]) -> [ArchiveYear] {
    var years: [ArchiveYear] = []
    var start = 0
    for index in incidents.indices {
      let next = index + 1
      guard next == incidents.count || incidents[next].number.year != incidents[index].number.year else {
        continue
      }
      years.append(ArchiveYear(year: incidents[index].number.year, incidents: start..<next))
      start = next
    }
    return years.reversed()
  }
}

/// A file beside a document, and where it is published.
package struct Attachment: Sendable, Hashable {
  /// Its path under `content/`.
  package let source: String
  /// Its path from the site's root, without a `/` at its start.
  package let target: String
}
