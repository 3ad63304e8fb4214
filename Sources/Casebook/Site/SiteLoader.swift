import Mustache

/// What a command asks of an archive.
package struct SiteRequest: Sendable {
  /// The folder that holds `content/`.
  package var root: String
  /// The folder that holds `templates/`; the archive's own, except in tests.
  package var templatesRoot: String
  /// Instead of site.yaml's `base_url`.
  package var baseURL: BaseURL?
  package var includesDrafts = false
  package var includesFuture = false
  /// Instead of the clock.
  package var now: CivilDate?
  /// The text of the environment variable SOURCE_DATE_EPOCH, if it is set.
  package var sourceDateEpoch: String?
  /// True also where site.yaml does not ask for compressed files.
  package var compresses = false
  package var jobs: Int

  package init(root: String, jobs: Int) {
    self.root = root
    templatesRoot = root
    self.jobs = jobs
  }
}

/// Loads an archive with its templates: everything that a build does before the first page is rendered.
///
/// It can load again and again: what was read before is kept, and only files that changed are read anew.
package struct SiteLoader: Sendable {
  /// What may have changed since the last load.
  package enum Changes: Sendable, Hashable {
    /// Nothing is known: every file is looked at.
    case unknown
    /// Paths from the archive's root of what was made, changed or removed; a folder stands for all below it.
    case paths(Set<String>)
  }

  /// Takes the stages of each load.
  package let timings: BuildTimings

  private let request: SiteRequest
  private let isForBuild: Bool
  private let loader: ContentLoader
  private var listing: FileListing?
  private var memory = ContentMemory()
  private var templates: TemplateLoad?
  /// The last site, and what was found when its parts were connected.
  private var last: (site: LoadedSite, diagnostics: [Diagnostic])?

  /// - Parameters:
  ///   - cache: of the texts that an earlier load read.
  ///   - isForCache: true where `writeCache` is to be called.
  ///   - isForBuild: true where the keys of the site's files are asked for.
  package init(
    _ request: SiteRequest, timings: BuildTimings = BuildTimings(), cache: SourceCache? = nil,
    isForCache: Bool = false, isForBuild: Bool = false
  ) {
    self.request = request
    self.isForBuild = isForBuild
    self.timings = timings
    loader = ContentLoader(
      root: request.root, parallel: ParallelMap(jobs: request.jobs), cache: cache, isForCache: isForCache)
  }

  /// Loads everything, and finds as much as can be found at once.
  ///
  /// - Parameters:
  ///   - changes: since the last load; the first looks at everything.
  ///   - diagnostics: takes all findings; with an error in it the site is not to be published.
  /// - Returns: nil when site.yaml is missing or refused.
  package mutating func load(
    after changes: Changes = .unknown, _ diagnostics: inout [Diagnostic]
  ) -> LoadedSite? {
    let compiling = compilingTemplates(changes)
    let wasListed = self.listing
    let listing = updatedListing(changes)
    timings.end("list content", items: listing.files.count)
    let content = loader.load(listing, &memory, &diagnostics)
    timings.end("read content", items: listing.files.count)
    let templates = compiling?.value ?? Self.compiled(self.templates, changes, request)
    self.templates = templates
    timings.end("compile templates", items: templates.value.compiled.count)
    diagnostics += templates.diagnostics
    guard var content else {
      last = nil
      return nil
    }
    if let baseURL = request.baseURL { content.site.baseURL = baseURL }
    if request.compresses { content.site.outputs.gzip = true }
    guard let today = today(in: content.site, &diagnostics) else {
      last = nil
      return nil
    }
    if let revised = revisedSite(changes, content, today, from: wasListed, to: listing) {
      diagnostics += last?.diagnostics ?? []
      last?.site = revised
      return revised
    }
    let options = ArchiveOptions(
      includesDrafts: request.includesDrafts, includesFuture: request.includesFuture, today: today)
    var found: [Diagnostic] = []
    let parallel = ParallelMap(jobs: request.jobs)
    let archive = Archive.build(from: content, options: options, parallel: parallel, &found)
    timings.end("connect archive", items: archive.notices.count)
    let hashes = isForBuild ? hashingDocuments(of: archive) : nil
    let plan = SitePlan(archive, assets: templates.value.assets, parallel: parallel, &found)
    timings.end("plan files", items: plan.items.count)
    let site = LoadedSite(
      archive: archive, templates: templates.value, plan: plan, documentHashes: hashes, jobs: request.jobs)
    site.checkMenu(&found)
    diagnostics += found
    last = (site, found)
    timings.end("prepare pages")
    return site
  }

  /// The last site with some notices as they read now; nil when more than that has changed.
  private func revisedSite(
    _ changes: Changes, _ content: Content, _ today: CivilDate, from old: FileListing?, to new: FileListing
  ) -> LoadedSite? {
    guard let last, let old, case .paths(let paths) = changes, today == last.site.archive.options.today,
      !old.hasUnsettled, !new.hasUnsettled
    else { return nil }
    var archive = last.site.archive
    for path in paths {
      guard path.hasPrefix("content/") else { return nil }
      let listed = String(path.dropFirst("content/".count))
      // What came and went, such as an editor's temporary file.
      if !old.contains(listed), !new.contains(listed) { continue }
      guard old.contains(listed), new.contains(listed),
        !last.diagnostics.contains(where: { $0.place?.path == path }),
        let notice = content.notices.first(where: { $0.body.source.path == path }),
        let revised = archive.revised(by: notice)
      else { return nil }
      archive = revised
    }
    guard SearchLayout(archive) == SearchLayout(last.site.archive) else { return nil }
    return LoadedSite(revising: last.site, archive: archive)
  }

  /// True where a cache lacks more of what was read than a few files.
  func hasNews(for cache: SourceCache?) -> Bool { memory.hasNews(for: cache) }

  /// Writes a cache of what was read (see `ContentMemory`).
  func writeCache(replacing old: SourceCache?, program: [UInt8], _ write: ([UInt8]) -> Bool) -> Bool {
    memory.writeCache(replacing: old, program: program, write)
  }

  /// True when a path was a file of the content, or is one of the templates, at the last load.
  package func isKnown(_ path: String) -> Bool {
    let prefix = "content/"
    guard path.hasPrefix(prefix) else { return templates?.value.files.contains(path) ?? false }
    return listing?.contains(String(path.dropFirst(prefix.count))) ?? false
  }

  /// So many changes at once are a whole new state, such as another branch.
  private static let maximumChanges = 100

  private mutating func updatedListing(_ changes: Changes) -> FileListing {
    guard var known = listing, case .paths(let paths) = changes, paths.count <= Self.maximumChanges,
      !paths.contains("content")
    else {
      let fresh = loader.listing()
      memory.forgetUnsettled()
      listing = fresh
      return fresh
    }
    let prefix = "content/"
    let changed = Set(paths.lazy.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) })
    memory.forget(changed)
    listing = nil
    known.update(changed)
    listing = known
    return known
  }

  private typealias TemplateLoad = (value: SiteTemplates, diagnostics: [Diagnostic])

  /// Compiles the templates while the content is read; nil with one job, where there is no other thread.
  private func compilingTemplates(_ changes: Changes) -> Meanwhile<TemplateLoad>? {
    guard request.jobs > 1 else { return nil }
    return Meanwhile { [templates, request] in Self.compiled(templates, changes, request) }
  }

  /// Hashes documents while files are planned, most of which one thread does; nil with one job.
  private func hashingDocuments(of archive: Archive) -> Meanwhile<DocumentHashes>? {
    guard request.jobs > 1 else { return nil }
    let others = ParallelMap(jobs: request.jobs - 1)
    return Meanwhile { DocumentHashes(archive, others) }
  }

  /// - Parameter known: the templates of the last load.
  private static func compiled(
    _ known: TemplateLoad?, _ changes: Changes, _ request: SiteRequest
  ) -> TemplateLoad {
    if let known, case .paths(let paths) = changes,
      !paths.contains(where: { $0 == "templates" || $0.hasPrefix("templates/") })
    {
      return known
    }
    var diagnostics: [Diagnostic] = []
    let value = SiteTemplates(root: request.templatesRoot, &diagnostics)
    return (value, diagnostics)
  }

  private func today(in site: Site, _ diagnostics: inout [Diagnostic]) -> CivilDate? {
    if let today = Today.date(given: request.now, epoch: request.sourceDateEpoch, timeZone: site.timeZone) {
      return today
    }
    diagnostics.append(
      Diagnostic(
        .error, .invalidDate, "SOURCE_DATE_EPOCH is '\(request.sourceDateEpoch ?? "")', which is no time",
        at: nil, hint: "it is a number of seconds since 1970-01-01"))
    return nil
  }
}
