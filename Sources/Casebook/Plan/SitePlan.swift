/// Everything that a build writes, each with its address: what to render, and which files to copy.
///
/// Build and preview work from the same plan, so that they cannot disagree.
package struct SitePlan: Sendable {
  /// One file of the site.
  ///
  /// A class, because there are many, which are looked at again and again.
  package final class Item: Sendable {
    package let url: SiteURL
    package let content: Content
    let origin: Origin?

    init(url: SiteURL, content: Content, origin: Origin?) {
      self.url = url
      self.content = content
      self.origin = origin
    }

    /// True for what can have findings of its own: other files are made of what was checked already.
    package var isPage: Bool {
      if case .page = content { true } else { false }
    }
  }

  /// What an item is made from, for findings about its address.
  enum Origin: Sendable {
    /// A file, by its path from the archive's root.
    case file(String)
    /// A value in a document: a slug or an alias.
    case value(SourceText, Mark)

    var path: String {
      switch self {
      case .file(let path): path
      case .value(let source, _): source.path
      }
    }

    var place: SourcePlace {
      switch self {
      case .file(let path): SourcePlace(path: path)
      case .value(let source, let mark): source.place(mark)
      }
    }
  }

  package enum Content: Sendable, Hashable {
    case page(PlannedPage)
    case feed(PlannedFeed)
    /// A file for programs under `/data/` or beside a page.
    case data(PlannedData)
    /// A file of the search page's index.
    case search(PlannedSearch)
    /// A file for crawlers, web servers or hosts.
    case hosting(PlannedHosting)
    /// A file of the archive, by its path from the archive's root.
    case copy(of: String)
    /// An asset, by its index among the templates' assets.
    case asset(Int)
  }

  package private(set) var items: [Item] = []
  /// Where each item's file goes; nil for an address that no file can have, which was reported.
  private(set) var paths: [OutputPath?] = []

  /// Plans the site of an archive.
  ///
  /// - Parameters:
  ///   - assets: the assets of the templates.
  ///   - parallel: what looks at the addresses.
  ///   - diagnostics: takes an error for each address that two items claim, or that cannot be written.
  package init(
    _ archive: Archive, assets: [Asset], parallel: ParallelMap, _ diagnostics: inout [Diagnostic]
  ) {
    // About what most sites have. Room that stays empty is never touched, and a row that has to grow is copied into new
    // memory each time.
    items.reserveCapacity(2 * (archive.notices.count + archive.incidents.count))
    addLists(of: archive)
    addDocuments(of: archive)
    addRedirects(of: archive)
    for feed in archive.feeds { addMade(archive.url(ofFeed: feed), .feed(feed)) }
    addHosting(of: archive)
    addData(of: archive)
    addSearch(of: archive)
    for attachment in archive.attachments {
      add(
        "/" + attachment.target, .copy(of: "content/" + attachment.source),
        from: "content/" + attachment.source)
    }
    for file in archive.staticFiles {
      add("/" + file, .copy(of: "content/static/" + file), from: "content/static/" + file)
    }
    for (index, asset) in assets.enumerated() { add(asset.url.path, .asset(index), from: asset.source) }
    paths = AddressCheck.paths(of: items, parallel, &diagnostics)
  }

  private mutating func add(_ path: String, _ content: Content, from source: String) {
    items.append(Item(url: SiteURL(path), content: content, origin: .file(source)))
  }

  private mutating func addMade(_ url: SiteURL, _ content: Content) {
    items.append(Item(url: url, content: content, origin: nil))
  }

  private mutating func addPage(_ url: SiteURL, _ page: PlannedPage, from origin: Origin? = nil) {
    items.append(Item(url: url, content: .page(page), origin: origin))
  }

  private mutating func addList(
    _ url: SiteURL, count: Int, pageSize: Int, from origin: Origin? = nil, _ page: (Int) -> PlannedPage
  ) {
    for number in 1...Paging(count: count, pageSize: pageSize).pageCount {
      addPage(url.page(number), page(number), from: origin)
    }
  }

  private mutating func addLists(of archive: Archive) {
    let size = archive.site.pageSize
    addPage(.home, .home)
    addPage(.notFound, .notFound)
    addPage(.statistics, .statistics)
    addList(.incidents, count: archive.incidents.count, pageSize: size) { .incidentIndex(page: $0) }
    for (index, year) in archive.years.enumerated() {
      addList(.year(year.year), count: year.incidents.count, pageSize: size) { .year(index, page: $0) }
    }
    addList(.organizations, count: archive.organizations.count, pageSize: size) {
      .organizationIndex(page: $0)
    }
    addList(.tags, count: archive.tags.count, pageSize: size) { .tagIndex(page: $0) }
    addList(.articles, count: archive.articles.count, pageSize: size) { .articleIndex(page: $0) }
    for (index, organization) in archive.organizations.enumerated() {
      addList(
        archive.url(ofOrganization: index), count: organization.entryCount, pageSize: size,
        from: organization.file?.body.source.origin
      ) { .organization(index, page: $0) }
    }
    for (index, tag) in archive.tags.enumerated() {
      addList(
        archive.url(ofTag: index), count: tag.notices.count + tag.articles.count, pageSize: size,
        from: tag.file?.body.source.origin
      ) { .tag(index, page: $0) }
    }
  }

  private mutating func addDocuments(of archive: Archive) {
    for (index, incident) in archive.incidents.enumerated() {
      addPage(archive.url(ofIncident: index), .incident(index), from: incident.file?.body.source.origin)
    }
    for (index, notice) in archive.notices.enumerated() where !notice.incidents.isEmpty {
      let source = notice.notice.body.source
      let slug = notice.notice.slug.map { SitePlan.Origin.value(source, $0.mark) }
      addPage(archive.url(ofNotice: index), .notice(index), from: slug ?? source.origin)
    }
    for (index, article) in archive.articles.enumerated() {
      addPage(archive.url(ofArticle: index), .article(index), from: article.article.body.source.origin)
    }
    for (index, page) in archive.pages.enumerated() {
      addPage(archive.url(ofPage: index), .page(index), from: page.body.source.origin)
    }
  }

  /// A file of the archive's own takes the place of one that would be made: its owner knows better.
  private mutating func addHosting(of archive: Archive) {
    let own = Set(archive.staticFiles)
    let files = PlannedHosting.files(archive.site.outputs, pageCount: listedPageCount)
    for file in files where !own.contains(String(file.url.path.dropFirst())) {
      addMade(file.url, .hosting(file))
    }
  }

  /// Two documents with one address are reported for that, not for the files beside them too.
  private mutating func addData(of archive: Archive) {
    var urls: Set<SiteURL> = []
    for file in PlannedData.files(of: archive) where urls.insert(file.url).inserted {
      addMade(file.url, .data(file))
    }
    if archive.site.outputs.data { addPage(.data, .data) }
  }

  private mutating func addSearch(of archive: Archive) {
    guard archive.site.outputs.search else { return }
    addPage(.search, .search)
    for file in PlannedSearch.files(of: archive) { addMade(file.url, .search(file)) }
  }

  private mutating func addRedirects(of archive: Archive) {
    for (index, notice) in archive.notices.enumerated() where !notice.incidents.isEmpty {
      addRedirects(notice.notice.aliases, in: notice.notice.body.source, to: archive.url(ofNotice: index))
    }
    for (index, incident) in archive.incidents.enumerated() {
      guard let file = incident.file else { continue }
      addRedirects(file.aliases, in: file.body.source, to: archive.url(ofIncident: index))
    }
    for (index, article) in archive.articles.enumerated() {
      addRedirects(
        article.article.aliases, in: article.article.body.source, to: archive.url(ofArticle: index))
    }
    for (index, page) in archive.pages.enumerated() {
      addRedirects(page.aliases, in: page.body.source, to: archive.url(ofPage: index))
    }
  }

  private mutating func addRedirects(_ aliases: [Located<String>], in source: SourceText, to target: SiteURL)
  {
    for alias in aliases {
      addPage(
        SiteURL(Self.redirectPath(alias.value)), .redirect(to: target), from: .value(source, alias.mark))
    }
  }

  /// An alias without an ending is a folder, as web servers serve it: `/old` is found at `/old/`.
  private static func redirectPath(_ alias: String) -> String {
    let last = alias.split(separator: "/").last ?? ""
    return alias.hasSuffix("/") || last.hasSuffix(".html") || last.hasSuffix(".htm") ? alias : alias + "/"
  }
}

extension SourceText {
  /// The file as a whole, as the place of a finding.
  var wholeFile: SourcePlace { SourcePlace(path: path) }

  fileprivate var origin: SitePlan.Origin { .file(path) }
}

extension Organization {
  /// How many entries its page lists: a notice counts once for each capacity.
  var entryCount: Int { appearances.reduce(0) { $0 + $1.notices.count } }

  /// The capacities that have entries in a range of the list, each with the places of these among its notices.
  func appearances(in range: Range<Int>) -> [(appearance: Appearance, shown: Range<Int>)] {
    var start = 0
    return appearances.compactMap { appearance in
      defer { start += appearance.notices.count }
      let shown = range.clamped(to: start..<start + appearance.notices.count)
      return shown.isEmpty ? nil : (appearance, shown.lowerBound - start..<shown.upperBound - start)
    }
  }
}
