import Foundation

/// The key of each file of a site: a hash of everything that making it can look at.
///
/// A build does not make a file again whose key is that of the last build. So a key that misses something publishes a
/// wrong page, and one that has too much costs a few milliseconds: where it is in doubt, it is in the key. What counts is
/// what a view *can* show, not what the shipped templates show, since templates are the user's.
///
/// The rules:
///
/// 1. Every key has what all pages share (`SourceHashes.site`): the program, site.yaml, templates, assets, the year.
/// 2. What a page shows of a notice, incident, organization, tag or article is covered by the whole hash of that:
///    its file, its address, and the names that it refers to. Nobody has to know which fields a list shows.
/// 3. A list has its length, since that makes its pages, and what stands on the page. Charts and counts of the whole
///    list have what they count.
/// 4. HTML of a body that can have links into the site has all addresses too.
/// 5. What looks at the archive as a whole has the whole archive (`SourceHashes.all`); two files that cost much and show
///    no text have it without the texts of notices (`SourceHashes.facts`).
/// 6. A file that is copied has its state on the disk; without one to be relied on it has no key.
///
/// The switches have no `default`: a new kind of file does not compile before it says here what it depends on. The test
/// is `WarmBuildTests`: after each of a thousand random edits a warm build is byte for byte a cold one.
struct SourceKeys: Sendable {
  private let site: LoadedSite
  private let root: String
  private let hashes: SourceHashes
  /// Of the lists of all years, organizations and tags, as indexes show them.
  private let years: SourceHash
  private let organizationIndex: SourceHash
  private let tagIndex: SourceHash
  /// In seconds since 1970.
  private let now: Int64

  private var archive: Archive { site.archive }

  /// - Parameters:
  ///   - root: the archive's folder, from which files are copied.
  ///   - jobs: what hashes the sources.
  init(_ site: LoadedSite, root: String, _ jobs: ParallelMap) {
    self.site = site
    self.root = root
    let documents = site.documentHashes?.value ?? DocumentHashes(site.archive, jobs)
    let hashes = SourceHashes(site, documents, jobs)
    self.hashes = hashes
    now = Int64(Date().timeIntervalSince1970)
    years = KeyText.hash { text in
      for year in site.archive.years {
        text.add(year.year)
        text.add(year.incidents.count)
      }
    }
    let counts = jobs.map(site.archive.organizations) { $0.notices.count }
    organizationIndex = KeyText.hash { text in
      for (hash, count) in zip(hashes.documents.organizations, counts) {
        text.add(hash)
        text.add(count)
      }
    }
    tagIndex = KeyText.hash { text in
      for (index, tag) in site.archive.tags.enumerated() {
        text.add(hashes.documents.tags[index])
        text.add(tag.notices.count + tag.articles.count)
      }
    }
  }

  /// The keys of all files of the plan, in its order.
  func all(_ jobs: ParallelMap) -> [SourceHash?] {
    jobs.map(site.plan.items.indices, scratch: KeyText()) { index, text in
      text.add(hashes.site)
      text.add(site.plan.items[index].url.path)
      guard add(site.plan.items[index].content, to: &text) else {
        _ = text.finish()
        return nil
      }
      return text.finish()
    }
  }

  /// False for what has no key.
  private func add(_ content: SitePlan.Content, to text: inout KeyText) -> Bool {
    switch content {
    case .page(let page): add(page, to: &text)
    case .feed(let feed): add(feed, to: &text)
    case .data(let file): add(file, to: &text)
    case .hosting(let file): add(file, to: &text)
    // A shard can have any text of the archive.
    case .search:
      text.add("whole archive")
      text.add(hashes.all)
    case .copy(let path): return add(stateOf: path, to: &text)
    case .asset(let index): text.add(site.templates.assets[index].bytes)
    }
    return true
  }

  private func add(stateOf path: String, to text: inout KeyText) -> Bool {
    text.add("copy")
    var status = stat()
    guard stat(root + "/" + path, &status) == 0 else { return false }
    let state = FileState(status)
    withUnsafeBytes(of: state) { text.add(Array($0)) }
    return state.isResting(at: now)
  }

  // MARK: Pages

  private func add(_ page: PlannedPage, to text: inout KeyText) {
    switch page {
    case .home, .data, .search:
      text.add("whole archive")
      text.add(hashes.all)
    case .statistics:
      text.add("facts of the whole archive")
      text.add(hashes.facts)
    case .notFound: text.add("frame")
    case .redirect(let target):
      text.add("redirect")
      text.add(target.path)
    case .incidentIndex(let page):
      text.add("incident index")
      text.add(years)
      let last = archive.incidents.count - 1
      add(page, count: archive.incidents.count, to: &text) { hashes.documents.incidents[last - $0] }
    case .year(let index, let page):
      text.add("year")
      text.add(archive.years[index].year)
      text.add(years)
      let incidents = archive.years[index].incidents
      add(page, count: incidents.count, to: &text) { hashes.documents.incidents[incidents.lowerBound + $0] }
    case .incident(let index): addIncident(index, to: &text)
    case .notice(let index): addNotice(index, to: &text)
    case .organizationIndex(let page):
      text.add("organization index")
      text.add(page)
      text.add(organizationIndex)
    case .tagIndex(let page):
      text.add("tag index")
      text.add(page)
      text.add(tagIndex)
    case .organization(let index, let page): addOrganization(index, page: page, to: &text)
    case .tag(let index, let page): addTag(index, page: page, to: &text)
    case .articleIndex(let page):
      text.add("article index")
      add(page, count: archive.articles.count, to: &text) { hashes.documents.articles[$0] }
    case .article(let index):
      text.add("article")
      text.add(hashes.documents.articles[index])
      addLinks(of: archive.articles[index].article.body, to: &text)
    case .page(let index):
      text.add("page")
      text.add(hashes.documents.pages[index])
      addLinks(of: archive.pages[index].body, to: &text)
    }
  }

  /// The incident with its notices, the incidents to which it points, and its neighbours in number order.
  private func addIncident(_ index: Int, to text: inout KeyText) {
    let incident = archive.incidents[index]
    text.add("incident")
    text.add(hashes.documents.incidents[index])
    text.add(incident.mergedInto.map { [hashes.documents.incidents[$0]] } ?? [])
    text.add(incident.mergedFrom, of: hashes.documents.incidents)
    text.add(incident.related, of: hashes.documents.incidents)
    text.add(hashes.documents.incidents[max(0, index - 1)..<min(archive.incidents.count, index + 2)])
    addLinks(of: incident.file?.body, to: &text)
    // The text of the only notice stands on the page.
    if incident.notices.contains(where: { hashes.documents.noticesMayLink[$0] }) {
      text.add(hashes.addresses)
    }
  }

  /// The notice and its incidents, in which its neighbours are.
  private func addNotice(_ index: Int, to text: inout KeyText) {
    let notice = archive.notices[index]
    text.add("notice")
    text.add(hashes.documents.notices[index])
    text.add(notice.incidents, of: hashes.documents.incidents)
    if hashes.documents.noticesMayLink[index] { text.add(hashes.addresses) }
  }

  /// The organization, those around it, and the notices of the page by role.
  private func addOrganization(_ index: Int, page: Int, to text: inout KeyText) {
    let organization = archive.organizations[index]
    text.add("organization")
    text.add(hashes.documents.organizations[index])
    text.add(organization.parent.map { [hashes.documents.organizations[$0]] } ?? [])
    text.add(organization.children, of: hashes.documents.organizations)
    for appearance in organization.appearances {
      text.add(appearance.role?.rawValue)
      text.add(appearance.notices.count)
    }
    let notices = organization.appearances.flatMap(\.notices)
    addHistory(of: notices, page, to: &text)
    add(page, count: notices.count, to: &text) { hashes.documents.notices[notices[$0]] }
    addLinks(of: organization.file?.body, to: &text)
  }

  /// The tag, and the notices and articles of the page.
  private func addTag(_ index: Int, page: Int, to text: inout KeyText) {
    let tag = archive.tags[index]
    text.add("tag")
    text.add(hashes.documents.tags[index])
    text.add(tag.notices.count)
    addHistory(of: tag.notices, page, to: &text)
    let count = tag.notices.count
    add(page, count: count + tag.articles.count, to: &text) {
      $0 < count
        ? hashes.documents.notices[tag.notices[$0]] : hashes.documents.articles[tag.articles[$0 - count]]
    }
    addLinks(of: tag.file?.body, to: &text)
  }

  /// The first page of a list has the chart of its notices by year. An organization can have several roles in one.
  private func addHistory(of notices: [Int], _ page: Int, to text: inout KeyText) {
    guard page == 1 else { return }
    // In the order of publication, so that those of one year stand together.
    var notices = notices.sorted()[...]
    while let first = notices.popFirst() {
      if notices.first != first { text.add(archive.notices[first].notice.published.year) }
    }
  }

  /// A page of a list: its number, the list's length, and the hashes of what stands on it, by the place in the list.
  private func add(_ page: Int, count: Int, to text: inout KeyText, _ hash: (Int) -> SourceHash) {
    text.add(page)
    text.add(count)
    text.add(Paging(count: count, pageSize: archive.site.pageSize).range(ofPage: page).map(hash))
  }

  private func addLinks(of body: Body?, to text: inout KeyText) {
    if let body, body.facts.mayLink { text.add(hashes.addresses) }
  }

  // MARK: Feeds, data, files for hosts

  private func add(_ feed: PlannedFeed, to text: inout KeyText) {
    switch feed {
    case .archive, .archiveJSON:
      text.add("whole archive")
      text.add(hashes.all)
    case .incident(let index): addIncident(index, to: &text)
    case .organization(let index):
      text.add("organization feed")
      text.add(hashes.documents.organizations[index])
      addEntries(archive.organizations[index].appearances.flatMap(\.notices), [], to: &text)
    case .tag(let index):
      text.add("tag feed")
      text.add(hashes.documents.tags[index])
      addEntries(archive.tags[index].notices, archive.tags[index].articles, to: &text)
    }
  }

  /// All that could be in the feed, with all addresses where one has a link: which are its newest is not asked here.
  private func addEntries(_ notices: [Int], _ articles: [Int], to text: inout KeyText) {
    text.add(notices, of: hashes.documents.notices)
    text.add(articles, of: hashes.documents.articles)
    text.add(hashes.addresses)
  }

  private func add(_ file: PlannedData, to text: inout KeyText) {
    switch file {
    case .csv, .json, .tableSchema, .records, .recordSchema, .archive, .archiveSchema, .dataPackage,
      .database,
      .datasette:
      text.add("whole archive")
      text.add(hashes.all)
    // The records have the same of incidents and notices as their pages.
    case .veris(let index, _):
      text.add("veris")
      addIncident(index, to: &text)
    case .incident(let index, _):
      text.add("record")
      addIncident(index, to: &text)
    case .notice(let index, _):
      text.add("record")
      addNotice(index, to: &text)
    }
  }

  private func add(_ file: PlannedHosting, to text: inout KeyText) {
    switch file {
    case .robots, .webManifest, .headers, .noJekyll, .openSearch: text.add("frame")
    case .siteMap, .siteMapPart, .redirects, .nginx:
      text.add("facts of the whole archive")
      text.add(hashes.facts)
    }
  }
}
