import Foundation

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
    var memory = ContentMemory()
    return load(listing(), &memory, &diagnostics)
  }

  /// The files of `content/` as they are now.
  package func listing() -> FileListing {
    FileListing(root: root + "/content", prefix: "content/", parallel: parallel)
  }

  /// Reads the files of a listing that the memory does not have, and remembers them.
  ///
  /// - Returns: the content; nil when `site.yaml` is missing or refused, without which nothing can be built.
  package func load(
    _ listing: FileListing, _ memory: inout ContentMemory, _ diagnostics: inout [Diagnostic]
  ) -> Content? {
    diagnostics += listing.diagnostics
    let site = readSite(size: listing.files.first { $0.path == "site.yaml" }?.size, &diagnostics)
    let kinds = dataKinds(site)
    memory.prepare(for: kinds)
    var known = listing.files.map { memory[$0] }
    let unread = known.indices.filter { known[$0] == nil }
    let results = parallel.map(unread) { index in
      let file = listing.files[index]
      return read(file, as: ContentPath(file.path), dataKinds: kinds)
    }
    for (index, result) in zip(unread, results) {
      memory[listing.files[index]] = result
      known[index] = result
    }
    let files = known.compactMap(\.self)
    for file in files { diagnostics += file.diagnostics }
    guard let site else { return nil }
    return Content(site: site, files: files)
  }

  /// - Parameter size: of site.yaml, in bytes; nil when there is none.
  private func readSite(size: Int?, _ diagnostics: inout [Diagnostic]) -> Site? {
    guard let size else {
      diagnostics.append(
        Diagnostic(
          .error, .missingSite, "there is no site.yaml", at: SourcePlace(path: "content/site.yaml"),
          hint: "write it with title, description, base_url and publisher"))
      return nil
    }
    guard let source = text(of: "site.yaml", size: size, &diagnostics),
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
    let site = readSite(size: bytes.count, &diagnostics)
    return DataKind.builtIn + (site?.dataKinds ?? [])
  }

  /// The built-in kinds and the site's own, by id.
  private func dataKinds(_ site: Site?) -> [String: DataKind] {
    var kinds: [String: DataKind] = [:]
    for kind in DataKind.builtIn + (site?.dataKinds ?? []) { kinds[kind.id] = kind }
    return kinds
  }

  private func text(of path: String, size: Int, _ diagnostics: inout [Diagnostic]) -> SourceText? {
    TextFile.read(
      root + "/content/" + path, path: "content/" + path, size: size, &diagnostics)
  }

  private func read(
    _ file: FileListing.File, as kind: ContentPath, dataKinds: [String: DataKind]
  ) -> ReadFile {
    var result = ReadFile(path: file.path, kind: kind)
    switch kind {
    case .misplaced(let hint): result.diagnostics.append(misplaced(file, hint: hint))
    case .attachment, .staticFile: result.diagnostics += unreadable(file)
    default: break
    }
    guard let keys = kind.documentKind?.keys,
      let source = text(of: file.path, size: file.size, &result.diagnostics),
      let parts = FrontMatter.read(source, &result.diagnostics)
    else { return result }
    var context = ReadingContext(source: source, dataKinds: dataKinds)
    checkName(kind, &context)
    result.document = RecordReader(parts.root, keys: keys, &context).flatMap { reader in
      Document(reader, kind: kind, body: parts.body, &context)
    }
    result.diagnostics += context.diagnostics
    return result
  }

  /// A file that is copied is not read before the build is nearly done: whether it can be is asked here.
  private func unreadable(_ file: FileListing.File) -> [Diagnostic] {
    guard access(root + "/content/" + file.path, R_OK) != 0 else { return [] }
    return [
      Diagnostic(
        .error, .unreadableFile, "cannot be read: \(String(cString: strerror(errno)))",
        at: SourcePlace(path: "content/" + file.path), hint: "make it readable, or remove it")
    ]
  }

  private func misplaced(_ file: FileListing.File, hint: String) -> Diagnostic {
    Diagnostic(
      .error, .misplacedFile, "the file has no place in the archive",
      at: SourcePlace(path: "content/" + file.path), hint: hint)
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
