import Foundation

/// Reads `content/`: every file once, in parallel, in the order of their paths.
///
/// A file that cannot be understood gives diagnostics and no document; it is never left out in silence.
package struct ContentLoader: Sendable {
  /// The archive's folder, which holds `content/`.
  private let root: String
  /// With a `/` at its end.
  private let contentFolder: String
  private let parallel: ParallelMap
  /// What an earlier build read.
  private let cache: SourceCache?
  /// True where what is read is to be put into a cache.
  private let isForCache: Bool

  package init(root: String, parallel: ParallelMap, cache: SourceCache? = nil, isForCache: Bool = false) {
    self.root = root
    contentFolder = root + "/content/"
    self.parallel = parallel
    self.cache = cache
    self.isForCache = isForCache
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
  /// - Parameter now: seconds since 1970.
  /// - Returns: the content; nil when `site.yaml` is missing or refused, without which nothing can be built.
  package func load(
    _ listing: FileListing, _ memory: inout ContentMemory, _ diagnostics: inout [Diagnostic],
    now: Int64 = Int64(Date().timeIntervalSince1970)
  ) -> Content? {
    diagnostics += listing.diagnostics
    let site = readSite(size: listing.files.first { $0.path == "site.yaml" }?.size, &diagnostics)
    let kinds = KnownDataKinds(site)
    memory.prepare(for: kinds)
    let details = cache.flatMap { KeptNoticeDetails.Source($0, kinds) }
    // A cache takes whole texts.
    let folder = isForCache ? nil : root
    let files = memory.files(of: listing) { unread in
      parallel.map(unread, scratch: Scratch(reader: DocumentReader(kinds, details, folder: folder))) {
        file, scratch in
        ContentMemory.Entry(file, now: now, read(file, &scratch))
      }
    }
    for entry in files where entry.hasFindings { diagnostics += entry.file.diagnostics }
    guard let site else { return nil }
    return Content(site: site, files: files.lazy.map(\.file))
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
    guard let source = text(of: "site.yaml", size: size, &diagnostics) else { return nil }
    var reader = DocumentReader(KnownDataKinds([]))
    return reader.site(in: source, &diagnostics)
  }

  /// The kinds of data that the archive knows: the built-in ones, then those of site.yaml, if there is one.
  package func dataKinds(_ diagnostics: inout [Diagnostic]) -> [DataKind] {
    let path = contentFolder + "site.yaml"
    guard let bytes = FileBytes.read(path) else { return DataKind.builtIn }
    return KnownDataKinds(readSite(size: bytes.count, &diagnostics)).all
  }

  private func text(of path: String, size: Int, _ diagnostics: inout [Diagnostic]) -> SourceText? {
    TextFile.read(contentFolder + path, path: "content/" + path, size: size, &diagnostics)
  }

  /// What a thread keeps from file to file.
  private struct Scratch {
    var reader: DocumentReader
    /// The entry of the cache that the next file has, most likely.
    var nextEntry = 0
  }

  private func read(_ file: FileListing.File, _ scratch: inout Scratch) -> ReadFile {
    let kind = ContentPath(file.path)
    if kind.documentKind != nil, let cached = cached(file, as: kind, &scratch) { return cached }
    var diagnostics: [Diagnostic] = []
    switch kind {
    case .misplaced(let hint): diagnostics.append(misplaced(file, hint: hint))
    case .attachment, .staticFile: diagnostics += unreadable(file)
    default: break
    }
    var document: Document?
    if kind.documentKind != nil, let source = text(of: file.path, size: file.size, &diagnostics) {
      document = scratch.reader.document(in: source, as: kind, &diagnostics)
    }
    return ReadFile(
      path: file.path, kind: kind, document: document, diagnostics: diagnostics,
      encodedFrontMatter: isForCache && document != nil ? scratch.reader.encodedFrontMatter() : nil)
  }

  /// A file as the cache has it, when it still is that; nil when it is to be read.
  private func cached(
    _ file: FileListing.File, as kind: ContentPath, _ scratch: inout Scratch
  ) -> ReadFile? {
    guard let cache else { return nil }
    return cache.withEntry(of: file.path, &scratch.nextEntry) { entry in
      let isInState = entry.fixed.state == file.state
      // After a checkout every file has another state, and most have the same bytes.
      guard isInState || hasBytes(of: entry, file) else { return nil }
      var diagnostics: [Diagnostic] = []
      guard
        let document = scratch.reader.document(
          in: entry, of: cache, path: "content/" + file.path, as: kind, &diagnostics)
      else { return nil }
      return ReadFile(
        path: file.path, kind: kind, document: document, diagnostics: diagnostics,
        encodedFrontMatter: isInState ? nil : Array(entry.tree))
    }
  }

  private func hasBytes(of entry: SourceCacheEntry, _ file: FileListing.File) -> Bool {
    guard file.size == entry.text.count,
      let bytes = FileBytes.read(contentFolder + file.path, expectedCount: file.size)
    else { return false }
    return bytes.count == entry.text.count && bytes.elementsEqual(entry.text)
  }

  /// A file that is copied is not read before the build is nearly done: whether it can be is asked here.
  private func unreadable(_ file: FileListing.File) -> [Diagnostic] {
    guard access(contentFolder + file.path, R_OK) != 0 else { return [] }
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
}
