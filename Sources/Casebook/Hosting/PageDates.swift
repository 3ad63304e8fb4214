/// The day on which what a page shows last changed, by the dates of its notices, corrections and articles.
struct PageDates {
  private let archive: Archive
  private let incidents: [CivilDate?]
  private let organizations: [CivilDate?]
  private let tags: [CivilDate?]
  private let whole: CivilDate?

  init(_ archive: Archive) {
    self.archive = archive
    incidents = archive.incidents.indices.map(archive.lastChange(ofIncident:))
    organizations = archive.organizations.map { organization in
      Self.newest(organization.appearances.flatMap(\.notices), [], in: archive)
    }
    tags = archive.tags.map { Self.newest($0.notices, $0.articles, in: archive) }
    whole = Self.newest(Array(archive.notices.indices), Array(archive.articles.indices), in: archive)
  }

  /// Nil for a page that shows nothing with a date.
  func lastChange(of page: PlannedPage) -> CivilDate? {
    let archive = archive
    switch page {
    case .home, .statistics, .data: return whole
    case .incidentIndex(let page): return newest(of: incidents.reversed(), page)
    case .year(let index, let page):
      return newest(of: Array(incidents[archive.years[index].incidents]), page)
    case .incident(let index): return incidents[index]
    case .notice(let index): return archive.notices[index].notice.lastChange
    case .organizationIndex(let page): return newest(of: organizations, page)
    case .tagIndex(let page): return newest(of: tags, page)
    case .organization(let index, let page):
      let notices = archive.organizations[index].appearances.flatMap(\.notices)
      return newest(of: notices.map { archive.notices[$0].notice.lastChange }, page)
    case .tag(let index, let page):
      let tag = archive.tags[index]
      let notices = tag.notices.map { archive.notices[$0].notice.lastChange }
      return newest(of: notices + tag.articles.map { archive.articles[$0].article.lastChange }, page)
    case .articleIndex(let page): return newest(of: archive.articles.map(\.article.lastChange), page)
    case .article(let index): return archive.articles[index].article.lastChange
    case .page, .search, .notFound, .redirect: return nil
    }
  }

  /// Of the part of a list that stands on one of its pages.
  private func newest(of list: [CivilDate?], _ page: Int) -> CivilDate? {
    let paging = Paging(count: list.count, pageSize: archive.site.pageSize)
    return list[paging.range(ofPage: page)].compactMap(\.self).max()
  }

  private static func newest(_ notices: [Int], _ articles: [Int], in archive: Archive) -> CivilDate? {
    let dates = notices.map { archive.notices[$0].notice.lastChange }
    return (dates + articles.map { archive.articles[$0].article.lastChange }).max()
  }
}
