/// Everything that `content/` holds, read and checked file by file, not yet connected.
package struct Content: Sendable {
  package var site: Site
  package let notices: [Notice]
  package let incidents: [IncidentFile]
  package let organizations: [OrganizationFile]
  package let tags: [TagFile]
  package let articles: [Article]
  package let pages: [Page]
  /// Files beside notices, articles and pages, by their path under `content/`.
  package let attachments: [String]
  /// Files under `static/`, by their path in it.
  package let staticFiles: [String]
}

/// One document of `content/`.
enum Document: Sendable {
  case notice(Notice)
  case incident(IncidentFile)
  case organization(OrganizationFile)
  case tag(TagFile)
  case article(Article)
  case page(Page)
}
