import Mustache

/// An archive with its templates and its plan: ready to make any file of the site.
package struct LoadedSite: Sendable {
  package let archive: Archive
  package let templates: SiteTemplates
  package let plan: SitePlan
  /// For each thread its own: a page counts references to it some hundred times, and threads that count at one place
  /// wait for each other.
  private let contexts: [PageContext]
  /// What keys are made from, if it is being made already; nil leaves it to who needs keys.
  let documentHashes: Meanwhile<DocumentHashes>?
  private let data: Deferred<DataSource>
  private let search: SiteSearch

  init(
    archive: Archive, templates: SiteTemplates, plan: SitePlan,
    documentHashes: Meanwhile<DocumentHashes>? = nil, jobs: Int
  ) {
    self.documentHashes = documentHashes
    self.archive = archive
    self.templates = templates
    self.plan = plan
    let context = PageContext(
      archive: archive, templates: templates, plan: plan, parallel: ParallelMap(jobs: jobs))
    contexts = Self.contexts(context, count: jobs)
    data = Deferred { DataSource(archive) }
    search = SiteSearch(archive, jobs: jobs)
  }

  /// The same site for an archive in which notices read otherwise, and everything has the same address and order.
  init(revising site: LoadedSite, archive: Archive) {
    self.archive = archive
    templates = site.templates
    plan = site.plan
    documentHashes = nil
    contexts = Self.contexts(
      PageContext(revising: site.context, archive: archive, templates), count: site.contexts.count)
    data = Deferred { DataSource(archive) }
    search = SiteSearch(revising: site.search, archive)
  }

  private init(isolating site: LoadedSite) {
    archive = site.archive
    templates = site.templates
    plan = site.plan
    documentHashes = nil
    contexts = [PageContext(copying: site.context, isIsolated: true)]
    data = site.data
    search = site.search
  }

  /// The same site with findings of its own, to tell what one rendering finds from what others do.
  package var isolated: LoadedSite { LoadedSite(isolating: self) }

  private static func contexts(_ context: PageContext, count: Int) -> [PageContext] {
    (0..<max(1, count)).map { $0 == 0 ? context : PageContext(copying: context, isIsolated: false) }
  }

  private var context: PageContext { contexts[0] }

  /// What pages found wrong while they were rendered.
  package var findings: [Diagnostic] { context.findings.all }

  /// How many findings that are so far.
  var findingCount: Int { context.findings.count }

  /// Appends what an item of the plan is made of; nothing for a file that is copied as it is.
  ///
  /// - Parameters:
  ///   - thread: the number of the thread that asks, among those that ask at the same time.
  ///   - drain: takes the bytes of a large file while more are made.
  /// - Throws: a `RenderFailure` when the data nest too deep for the template, a `SQLiteFailure` when SQLite cannot write
  ///   the database.
  package func make(
    _ item: SitePlan.Item, into bytes: inout [UInt8], thread: Int = 0, _ drain: Drain = { _ in }
  ) throws {
    let context = contexts[thread % contexts.count]
    switch item.content {
    case .page(let page): try render(page, at: item.url, context, into: &bytes)
    case .feed(let feed): feed.append(to: &bytes, context)
    case .data(let file): try file.append(to: &bytes, data.value, drain)
    case .search(let file): search.append(file, to: &bytes)
    case .hosting(let file): file.append(to: &bytes, context, plan)
    case .asset(let index): bytes += templates.assets[index].bytes
    case .copy: break
    }
  }

  /// Begins with what takes longest and comes late among the files, on a thread beyond those that make files: for a
  /// build that makes everything.
  func begin() {
    if archive.site.outputs.search, contexts.count > 1 { search.begin() }
  }

  /// Makes an item to find what is wrong with it; nil when it can be made.
  package func fault(making item: SitePlan.Item, into bytes: inout [UInt8], thread: Int = 0) -> Diagnostic? {
    do {
      try make(item, into: &bytes, thread: thread)
      return nil
    } catch is RenderFailure {
      return Diagnostic(
        .error, .nestingTooDeep, "\(item.url.path) nests too deep to be rendered", at: item.origin?.place)
    } catch {
      return Diagnostic(
        .error, .unreadableFile, "\(item.url.path) cannot be made: \(error)", at: item.origin?.place)
    }
  }

  /// Reports entries of the menu that lead to nothing in this site.
  func checkMenu(_ diagnostics: inout [Diagnostic]) {
    for entry in archive.site.menu where !context.links.leadsSomewhere(entry.url.value) {
      let isFolder = context.links.leadsSomewhere(entry.url.value + "/")
      diagnostics.append(
        Diagnostic(
          .error, .missingLinkTarget, "there is no '\(entry.url.value)' to link to",
          at: archive.site.source.place(entry.url.mark),
          hint: isFolder
            ? "write '\(entry.url.value)/'"
            : "write the address of a page or file of this site, such as /tags/"))
    }
  }

  /// Appends a page to HTML bytes.
  ///
  /// - Throws: when the data nest too deep for the template.
  private func render(
    _ page: PlannedPage, at url: SiteURL, _ context: PageContext, into html: inout [UInt8]
  ) throws(RenderFailure) {
    switch page {
    case .home: try render(HomeView(context), as: .home, into: &html)
    case .incidentIndex(let page):
      try render(IncidentIndexView(context, page: page), as: .incidentIndex, into: &html)
    case .year(let index, let page):
      try render(YearView(context, index: index, page: page), as: .year, into: &html)
    case .incident(let index):
      try render(IncidentView(context, index: index), as: .incident, into: &html)
    case .notice(let index): try render(NoticeView(context, index: index), as: .notice, into: &html)
    case .organizationIndex(let page):
      try render(OrganizationIndexView(context, page: page), as: .organizationIndex, into: &html)
    case .organization(let index, let page):
      try render(OrganizationView(context, index: index, page: page), as: .organization, into: &html)
    case .tagIndex(let page): try render(TagIndexView(context, page: page), as: .tagIndex, into: &html)
    case .tag(let index, let page):
      try render(TagView(context, index: index, page: page), as: .tag, into: &html)
    case .articleIndex(let page):
      try render(ArticleIndexView(context, page: page), as: .articleIndex, into: &html)
    case .article(let index): try render(ArticleView(context, index: index), as: .article, into: &html)
    case .page(let index): try render(PlainPageView(context, index: index), as: .page, into: &html)
    case .statistics: try render(StatisticsView(context), as: .statistics, into: &html)
    case .data: try render(DataView(context, data.value), as: .data, into: &html)
    case .search: try render(SearchView(context, search), as: .search, into: &html)
    case .notFound: try render(NotFoundView(context), as: .notFound, into: &html)
    case .redirect(let target):
      try render(RedirectView(context, url: url, to: target), as: .redirect, into: &html)
    }
  }

  /// A kind without a template was reported when the templates were loaded, and is never rendered.
  private func render(
    _ view: some PageView, as kind: PageKind, into html: inout [UInt8]
  ) throws(RenderFailure) {
    try templates.compiled[kind]?.render(view, into: &html, cache: view.frame.context.fragments)
  }
}
