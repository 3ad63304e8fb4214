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

/// What the reading of one file gave.
struct ReadFile: Sendable {
  /// Its path under `content/`.
  let path: String
  let kind: ContentPath
  /// Nil for a file that is no document, or was refused.
  var document: Document?
  var diagnostics: [Diagnostic] = []
}

extension Content {
  /// - Parameter files: in the order of their paths.
  init(site: Site, files: [ReadFile]) {
    self.site = site
    notices = files.compactMap { if case .notice(let document) = $0.document { document } else { nil } }
    incidents = files.compactMap { if case .incident(let document) = $0.document { document } else { nil } }
    organizations = files.compactMap {
      if case .organization(let document) = $0.document { document } else { nil }
    }
    tags = files.compactMap { if case .tag(let document) = $0.document { document } else { nil } }
    articles = files.compactMap { if case .article(let document) = $0.document { document } else { nil } }
    pages = files.compactMap { if case .page(let document) = $0.document { document } else { nil } }
    attachments = files.compactMap { $0.kind == .attachment ? $0.path : nil }
    staticFiles = files.compactMap { if case .staticFile(let path) = $0.kind { path } else { nil } }
  }
}
