/// Reads `content/`: every file once, in parallel, in the order of their paths.
///
/// A file that cannot be understood gives diagnostics and no document; it is never left out in silence.
package struct ContentLoader: Sendable {
  /// The archive's folder, which holds `content/`.
  private let root: String
  private let parallel: ParallelMap

  package init(root: String, parallel: ParallelMap) {
    self.root = root
    self.parallel = parallel
  }

  /// Reads everything.
  ///
  /// - Returns: the content; nil when `site.yaml` is missing or refused, without which nothing can be built.
  package func load(_ diagnostics: inout [Diagnostic]) -> Content? {
    let listing = FileListing(root: root + "/content", prefix: "content/")
    diagnostics += listing.diagnostics
    let files = listing.files.map { (file: $0, kind: ContentPath($0.path)) }
    reportMisplaced(files, &diagnostics)
    let site = readSite(files.first { $0.kind == .site }?.file, &diagnostics)
    let kinds = dataKinds(site)
    let results = parallel.map(files) { item in
      read(item.file, as: item.kind, dataKinds: kinds)
    }
    for result in results { diagnostics += result.diagnostics }
    guard let site else { return nil }
    return Content(site: site, documents: results.compactMap(\.document), files: files)
  }

  private func reportMisplaced(
    _ files: [(file: FileListing.File, kind: ContentPath)], _ diagnostics: inout [Diagnostic]
  ) {
    for (file, kind) in files {
      guard case .misplaced(let hint) = kind else { continue }
      let place = SourcePlace(path: "content/" + file.path)
      diagnostics.append(
        Diagnostic(.error, .misplacedFile, "the file has no place in the archive", at: place, hint: hint))
    }
  }

  private func readSite(_ file: FileListing.File?, _ diagnostics: inout [Diagnostic]) -> Site? {
    guard let file else {
      diagnostics.append(
        Diagnostic(
          .error, .missingSite, "there is no site.yaml", at: SourcePlace(path: "content/site.yaml"),
          hint: "write it with title, description, base_url and publisher"))
      return nil
    }
    guard let source = text(of: file, &diagnostics),
      let root = FrontMatter.parse(source.bytes[...], of: source, firstLine: 1, &diagnostics)
    else { return nil }
    var context = ReadingContext(source: source, dataKinds: [:])
    let site = RecordReader(root, keys: SiteKeys.all, &context).flatMap { Site($0, &context) }
    diagnostics += context.diagnostics
    return site
  }

  /// The kinds of data that the archive knows: the built-in ones, then those of site.yaml, if there is one.
  package func dataKinds(_ diagnostics: inout [Diagnostic]) -> [DataKind] {
    let path = root + "/content/site.yaml"
    guard let bytes = FileBytes.read(path) else { return DataKind.builtIn }
    let site = readSite(FileListing.File(path: "site.yaml", size: bytes.count), &diagnostics)
    return DataKind.builtIn + (site?.dataKinds ?? [])
  }

  /// The built-in kinds and the site's own, by id.
  private func dataKinds(_ site: Site?) -> [String: DataKind] {
    var kinds: [String: DataKind] = [:]
    for kind in DataKind.builtIn + (site?.dataKinds ?? []) { kinds[kind.id] = kind }
    return kinds
  }

  private func text(of file: FileListing.File, _ diagnostics: inout [Diagnostic]) -> SourceText? {
    TextFile.read(
      root + "/content/" + file.path, path: "content/" + file.path, size: file.size, &diagnostics)
  }

  private func read(
    _ file: FileListing.File, as kind: ContentPath, dataKinds: [String: DataKind]
  ) -> (document: Document?, diagnostics: [Diagnostic]) {
    guard let keys = kind.documentKind?.keys else { return (nil, []) }
    var diagnostics: [Diagnostic] = []
    guard let source = text(of: file, &diagnostics), let parts = FrontMatter.read(source, &diagnostics) else {
      return (nil, diagnostics)
    }
    var context = ReadingContext(source: source, dataKinds: dataKinds)
    checkName(kind, &context)
    let document = RecordReader(parts.root, keys: keys, &context).flatMap { reader in
      Document(reader, kind: kind, body: parts.body, &context)
    }
    return (document, diagnostics + context.diagnostics)
  }

  /// The file names that become URLs.
  private func checkName(_ kind: ContentPath, _ context: inout ReadingContext) {
    let names: [Substring]
    switch kind {
    case .organization(let name), .tag(let name), .article(let name): names = [name[...]]
    case .page(let path): names = path.split(separator: "/")
    default: return
    }
    for name in names where !Identifier.isValid(String(name)) {
      context.errorAboutFile(
        .invalidSlug, "the file's name '\(name)' is not usable in a URL",
        hint: "use letters, digits, '-' and '_', at most \(Identifier.maximumBytes) bytes")
    }
  }
}

extension ContentPath {
  /// The kind of a file with front matter; nil for what is none.
  fileprivate var documentKind: DocumentKind? {
    switch self {
    case .notice: .notice
    case .incident: .incident
    case .organization: .organization
    case .tag: .tag
    case .article: .article
    case .page: .page
    case .site, .attachment, .staticFile, .misplaced: nil
    }
  }
}

extension Document {
  fileprivate init?(_ reader: RecordReader, kind: ContentPath, body: Body, _ context: inout ReadingContext) {
    let document: Document? =
      switch kind {
      case .notice: Notice(reader, body: body, &context).map(Document.notice)
      case .incident: IncidentFile(reader, body: body, &context).map(Document.incident)
      case .organization(let id):
        OrganizationFile(reader, id: id, body: body, &context).map(Document.organization)
      case .tag(let id): TagFile(reader, id: id, body: body, &context).map(Document.tag)
      case .article(let slug): Article(reader, slug: slug, body: body, &context).map(Document.article)
      case .page(let path): Page(reader, path: path, body: body, &context).map(Document.page)
      case .site, .attachment, .staticFile, .misplaced: nil
      }
    guard let document else { return nil }
    self = document
  }
}

extension Content {
  fileprivate init(
    site: Site, documents: [Document], files: [(file: FileListing.File, kind: ContentPath)]
  ) {
    self.site = site
    notices = documents.compactMap { if case .notice(let document) = $0 { document } else { nil } }
    incidents = documents.compactMap { if case .incident(let document) = $0 { document } else { nil } }
    organizations = documents.compactMap {
      if case .organization(let document) = $0 { document } else { nil }
    }
    tags = documents.compactMap { if case .tag(let document) = $0 { document } else { nil } }
    articles = documents.compactMap { if case .article(let document) = $0 { document } else { nil } }
    pages = documents.compactMap { if case .page(let document) = $0 { document } else { nil } }
    attachments = files.compactMap { $0.kind == .attachment ? $0.file.path : nil }
    staticFiles = files.compactMap { if case .staticFile(let path) = $0.kind { path } else { nil } }
  }
}
