/// Makes documents of the bytes of files: one function, in which all that a file says is decided.
///
/// Each thread has one of its own and reads file after file with it.
struct DocumentReader {
  private let dataKinds: KnownDataKinds
  private let details: KeptNoticeDetails.Source?
  private let folder: String?
  private var yaml = YAMLTree()
  private let texts = RecentTexts()

  /// - Parameters:
  ///   - details: where the details of cached notices can be read later.
  ///   - folder: the archive's, where front matter that was read can be read again; nil keeps it in memory.
  init(_ dataKinds: KnownDataKinds, _ details: KeptNoticeDetails.Source? = nil, folder: String? = nil) {
    self.dataKinds = dataKinds
    self.details = details
    self.folder = folder
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - source: its bytes, checked to be text.
  ///   - kind: what it is by its place.
  ///   - diagnostics: takes what is wrong with it.
  /// - Returns: nil for a file that is no document, or is refused.
  mutating func document(
    in source: SourceText, as kind: ContentPath, _ diagnostics: inout [Diagnostic]
  ) -> Document? {
    guard kind.documentKind != nil, let body = FrontMatter.read(source, into: &yaml, &diagnostics) else {
      return nil
    }
    let kept = folder.map { body.droppingFrontMatter(in: $0) } ?? body
    return document(with: kept, of: source, as: kind, nil, &diagnostics)
  }

  /// Reads a file from a cache, where it is what its file still holds.
  ///
  /// - Parameters:
  ///   - entry: what the cache has of it.
  ///   - path: the path that diagnostics show.
  /// - Returns: nil where the cache does not have what it should, too.
  mutating func document(
    in entry: SourceCacheEntry, of cache: SourceCache, path: String, as kind: ContentPath,
    _ diagnostics: inout [Diagnostic]
  ) -> Document? {
    guard YAMLTreeCode.decode(entry.tree, into: &yaml) else { return nil }
    let body = entry.body(of: entry.source(path: path, in: cache))
    let kept = kind.documentKind == .notice ? details.map { KeptNoticeDetails($0, at: entry.place) } : nil
    return document(with: body, of: body.source, as: kind, kept, &diagnostics)
  }

  /// The front matter of the last document, encoded for a cache.
  func encodedFrontMatter() -> [UInt8] { YAMLTreeCode.encoded(yaml) }

  /// Reads the values of the front matter that `yaml` has.
  private func document(
    with body: Body, of source: SourceText, as kind: ContentPath, _ kept: KeptNoticeDetails?,
    _ diagnostics: inout [Diagnostic]
  ) -> Document? {
    guard let keys = kind.documentKind?.keys else { return nil }
    var context = ReadingContext(source: source, yaml: yaml, dataKinds: dataKinds, texts: texts)
    checkName(kind, &context)
    let document = RecordReader(yaml.root, keys: keys, &context).flatMap { reader in
      Document(reader, kind: kind, body: body, kept, &context)
    }
    diagnostics += context.diagnostics
    return document
  }

  /// Reads `site.yaml`.
  mutating func site(in source: SourceText, _ diagnostics: inout [Diagnostic]) -> Site? {
    guard FrontMatter.parse(source.bytes[...], of: source, firstLine: 1, into: &yaml, &diagnostics) else {
      return nil
    }
    var context = ReadingContext(source: source, yaml: yaml, dataKinds: dataKinds)
    let site = RecordReader(yaml.root, keys: SiteKeys.all, &context).flatMap { Site($0, &context) }
    diagnostics += context.diagnostics
    return site
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
  var documentKind: DocumentKind? {
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
  fileprivate init?(
    _ reader: RecordReader, kind: ContentPath, body: Body, _ kept: KeptNoticeDetails?,
    _ context: inout ReadingContext
  ) {
    let document: Document? =
      switch kind {
      case .notice: Notice(reader, body: body, &context, kept: kept).map(Document.notice)
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
