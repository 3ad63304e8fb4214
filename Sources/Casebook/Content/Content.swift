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

  /// What stands behind its front matter.
  var body: Body {
    switch self {
    case .notice(let notice): notice.body
    case .incident(let file): file.body
    case .organization(let file): file.body
    case .tag(let file): file.body
    case .article(let article): article.body
    case .page(let page): page.body
    }
  }
}

/// What the reading of one file gave.
final class ReadFile: Sendable {
  /// Its path under `content/`.
  let path: String
  let kind: ContentPath
  /// Nil for a file that is no document, or was refused.
  let document: Document?
  let diagnostics: [Diagnostic]
  /// The front matter as `YAMLTreeCode` has it, for the cache; nil where the cache has it, and where there is none.
  let encodedFrontMatter: [UInt8]?

  init(
    path: String, kind: ContentPath, document: Document?, diagnostics: [Diagnostic],
    encodedFrontMatter: [UInt8]? = nil
  ) {
    self.encodedFrontMatter = encodedFrontMatter
    self.path = path
    self.kind = kind
    self.document = document
    self.diagnostics = diagnostics
  }
}

extension Content {
  /// - Parameter files: in the order of their paths.
  init(site: Site, files: some Collection<ReadFile>) {
    var documents = SortedDocuments(fileCount: files.count)
    for file in files { documents.add(file) }
    self.site = site
    notices = documents.notices
    incidents = documents.incidents
    organizations = documents.organizations
    tags = documents.tags
    articles = documents.articles
    pages = documents.pages
    attachments = documents.attachments
    staticFiles = documents.staticFiles
  }
}

/// The documents by their kinds.
private struct SortedDocuments {
  private(set) var notices: [Notice] = []
  private(set) var incidents: [IncidentFile] = []
  private(set) var organizations: [OrganizationFile] = []
  private(set) var tags: [TagFile] = []
  private(set) var articles: [Article] = []
  private(set) var pages: [Page] = []
  private(set) var attachments: [String] = []
  private(set) var staticFiles: [String] = []

  /// Most files are notices. Room that stays empty is never touched, and a row that has to grow is copied.
  init(fileCount: Int) {
    notices.reserveCapacity(fileCount)
  }

  mutating func add(_ file: ReadFile) {
    switch file.document {
    case .notice(let document): notices.append(document)
    case .incident(let document): incidents.append(document)
    case .organization(let document): organizations.append(document)
    case .tag(let document): tags.append(document)
    case .article(let document): articles.append(document)
    case .page(let document): pages.append(document)
    case nil: addOther(file)
    }
  }

  private mutating func addOther(_ file: ReadFile) {
    switch file.kind {
    case .attachment: attachments.append(file.path)
    case .staticFile(let path): staticFiles.append(path)
    default: break
    }
  }
}
