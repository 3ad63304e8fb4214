import Mustache

/// What every page is made from: the archive, its templates' assets, and how bodies become HTML.
///
/// It is shared by all workers; what a page finds wrong goes into `findings`.
final class PageContext: Sendable {
  let archive: Archive
  let addresses: PageAddresses
  let assets: [Asset]
  let links: ContentLinks
  /// Few pages show them, and they look at everything.
  private let deferredStatistics: Deferred<Statistics>
  var statistics: Statistics { deferredStatistics.value }
  /// For the parts of the site map, which look at everything too.
  private let deferredDates: Deferred<PageDates>
  var dates: PageDates { deferredDates.value }
  /// The headings of the two indexes by reading.
  let organizationGroups: IndexGroups
  let tagGroups: IndexGroups
  let findings: Findings
  let timestamps: Timestamps
  /// The Atom entries of notices and articles. A notice is in the feeds of its incidents, organizations and tags, and its
  /// Markdown is the dear part of all of them: its page renders it anyway and leaves the entry here.
  let atomEntries: KeptBytes
  let icons: SiteIcons
  let siteLinks: SiteLinks
  /// The feeds of the whole archive.
  let archiveFeeds: [FeedLinkView]

  /// What templates made of things that many pages show alike.
  let fragments: FragmentCache

  /// The ids that templates give to elements; the headings of bodies take others.
  private let reservedIDs: IdentifierSet
  /// For the notices without a summary.
  private let firstParagraphs: [FirstParagraph?]
  private let sharedBodies: SharedBodies

  /// - Parameter parallel: what looks at each notice.
  init(
    archive: Archive, templates: SiteTemplates, plan: SitePlan, parallel: ParallelMap
  ) {
    self.archive = archive
    addresses = PageAddresses(archive, parallel)
    assets = templates.assets
    reservedIDs = IdentifierSet(templates.ids.union(HistoryChart.ids))
    firstParagraphs = parallel.map(archive.notices) { FirstParagraph.of($0.notice) }
    deferredStatistics = Deferred { Statistics(archive) }
    deferredDates = Deferred { PageDates(archive) }
    organizationGroups = IndexGroups(archive.organizations.map(\.reading))
    tagGroups = IndexGroups(archive.tags.map(\.reading))
    links = ContentLinks(archive, plan: plan)
    timestamps = Timestamps(timeZone: archive.site.timeZone)
    atomEntries = KeptBytes(count: archive.feedEntryCount)
    icons = SiteIcons(archive)
    siteLinks = SiteLinks(archive.site, assets: templates.assets, icons: icons)
    archiveFeeds = [PlannedFeed.archive, .archiveJSON].compactMap { FeedLinkView($0, of: archive) }
    findings = Findings()
    sharedBodies = SharedBodies()
    fragments = FragmentCache(templates.fragments, itemCount: archive.notices.count)
  }

  /// The same.
  ///
  /// - Parameter isIsolated: true with findings of its own.
  init(copying context: PageContext, isIsolated: Bool) {
    archive = context.archive
    addresses = context.addresses
    assets = context.assets
    reservedIDs = context.reservedIDs
    firstParagraphs = context.firstParagraphs
    deferredStatistics = context.deferredStatistics
    deferredDates = context.deferredDates
    organizationGroups = context.organizationGroups
    tagGroups = context.tagGroups
    links = context.links
    timestamps = context.timestamps
    atomEntries = context.atomEntries
    icons = context.icons
    siteLinks = context.siteLinks
    archiveFeeds = context.archiveFeeds
    fragments = context.fragments
    findings = isIsolated ? Findings() : context.findings
    sharedBodies = isIsolated ? SharedBodies() : context.sharedBodies
  }

  /// The same for an archive in which notices read otherwise, and everything has the same address and order.
  init(revising context: PageContext, archive: Archive, _ templates: SiteTemplates) {
    self.archive = archive
    addresses = context.addresses
    assets = context.assets
    reservedIDs = context.reservedIDs
    firstParagraphs = zip(context.archive.notices, context.firstParagraphs).enumerated().map { index, old in
      let notice = archive.notices[index].notice
      return notice === old.0.notice ? old.1 : FirstParagraph.of(notice)
    }
    deferredStatistics = Deferred { Statistics(archive) }
    deferredDates = Deferred { PageDates(archive) }
    organizationGroups = context.organizationGroups
    tagGroups = context.tagGroups
    links = context.links
    timestamps = Timestamps(timeZone: archive.site.timeZone)
    atomEntries = KeptBytes(count: archive.feedEntryCount)
    icons = context.icons
    siteLinks = context.siteLinks
    archiveFeeds = context.archiveFeeds
    findings = Findings()
    sharedBodies = SharedBodies()
    fragments = FragmentCache(templates.fragments, itemCount: archive.notices.count)
  }

  /// The address of something of this site, as pages link to it.
  func href(_ url: SiteURL) -> String { url.href(below: archive.site.baseURL.path) }

  /// The whole address of something of this site.
  func absolute(_ url: SiteURL) -> String { archive.absolute(url) }

  /// The whole address of the search page for what is searched for, or for what stands for it.
  func searchAddress(_ words: String) -> String { "\(absolute(.search))?q=\(words)" }

  func link(toOrganization index: Int) -> LinkView {
    LinkView(title: archive.organizations[index].name, url: addresses.organizations[index])
  }

  func link(toTag index: Int) -> LinkView {
    LinkView(title: archive.tags[index].name, url: addresses.tags[index])
  }

  /// A body as HTML; nil when there is none.
  func html(_ body: Body?) -> [UInt8]? {
    guard let body, let (html, found) = rendered(body, options()) else { return nil }
    findings.add(found)
    return html
  }

  /// The text of a notice or article for its own page, which feeds show too; nil when there is none.
  func html(_ entry: FeedEntry) -> [UInt8]? {
    let html: [UInt8]? =
      switch entry {
      case .notice(let index) where isSoleNotice(index): sharedHTML(index, options())
      default: html(archive.body(of: entry))
      }
    keepAtomEntry(entry, body: html)
    return html
  }

  /// The text of a case's only notice for the page of the case, below headings of the page's own.
  func html(ofSoleNotice index: Int) -> [UInt8]? {
    sharedHTML(index, options(topLevel: 3, idPrefix: "notice-"))
  }

  /// The text of a notice or article again, whose findings its page reports.
  func unreportedHTML(_ body: Body) -> [UInt8]? { rendered(body, options())?.html }

  /// - Parameters:
  ///   - topLevel: the level of the body's highest headings.
  ///   - idPrefix: put before the ids of its headings.
  private func options(topLevel: Int = 2, idPrefix: String = "") -> MarkdownOptions {
    MarkdownOptions(topLevel: topLevel, idPrefix: idPrefix, reservedIDs: reservedIDs)
  }

  private func rendered(_ body: Body, _ options: MarkdownOptions) -> (html: [UInt8], findings: [Diagnostic])?
  {
    guard !body.isBlank else { return nil }
    var html: [UInt8] = []
    let found = MarkdownDocument(body).render(into: &html, links: links, options: options)
    return (html, found)
  }

  /// Whether a case has no other notice, and shows this one's text.
  private func isSoleNotice(_ index: Int) -> Bool {
    archive.notices[index].incidents.contains { archive.incidents[$0].notices.count == 1 }
  }

  private func sharedHTML(_ notice: Int, _ options: MarkdownOptions) -> [UInt8]? {
    let body = archive.notices[notice].notice.body
    guard !body.isBlank else { return nil }
    var html: [UInt8] = []
    if let shared = sharedBodies.take(notice) {
      shared.append(to: &html, options)
      return html
    }
    let (made, found) = MarkdownDocument(body).rendered(links: links, options: options)
    findings.add(found)
    made?.append(to: &html)
    if let made, found.isEmpty, made.isForAnyPage { sharedBodies.leave(made, of: notice) }
    return html
  }

  /// A summary as it is given, else the first paragraph of the body as plain text; nil when there is neither.
  func summary(_ given: String?, of body: Body) -> String? { given ?? FirstParagraph.text(of: body) }

  func summary(ofNotice index: Int) -> String? {
    archive.notices[index].notice.summary ?? firstParagraphs[index]?.text
  }
}
