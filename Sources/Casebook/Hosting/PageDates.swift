/// The day on which what a page shows last changed, by the dates of its notices, corrections and articles.
struct PageDates {
  private let archive: Archive
  /// Of each notice: most stand in a dozen lists.
  private let notices: [CivilDate]
  private let incidents: [CivilDate?]
  private let organizations: [CivilDate?]
  private let tags: [CivilDate?]
  private let whole: CivilDate?

  init(_ archive: Archive) {
    self.archive = archive
    let notices = archive.notices.map { $0.notice.lastChange }
    self.notices = notices
    incidents = archive.incidents.map { Self.later(Self.newest(of: $0.notices, notices), $0.ownChange) }
    organizations = archive.organizations.map { organization in
      organization.appearances.lazy.compactMap { Self.newest(of: $0.notices, notices) }.max()
    }
    tags = archive.tags.map { tag in
      let articles = tag.articles.lazy.map { archive.articles[$0].article.lastChange }
      return Self.later(Self.newest(of: tag.notices, notices), articles.max())
    }
    let articles = archive.articles.lazy.map(\.article.lastChange)
    whole = Self.later(notices.max(), articles.max())
  }

  /// Nil for a page that shows nothing with a date.
  func lastChange(of page: PlannedPage) -> CivilDate? {
    switch page {
    case .home, .statistics, .data: whole
    case .incidentIndex(let page):
      newest(of: incidents.count, page) { incidents[incidents.count - 1 - $0] }
    case .year(let index, let page): newest(of: archive.years[index].incidents, page)
    case .incident(let index): incidents[index]
    case .notice(let index): notices[index]
    case .organizationIndex(let page): newest(of: organizations.count, page) { organizations[$0] }
    case .tagIndex(let page): newest(of: tags.count, page) { tags[$0] }
    case .organization(let index, let page): newest(of: archive.organizations[index], page)
    case .tag(let index, let page): newest(of: archive.tags[index], page)
    case .articleIndex(let page):
      newest(of: archive.articles.count, page) { archive.articles[$0].article.lastChange }
    case .article(let index): archive.articles[index].article.lastChange
    case .page, .search, .notFound, .redirect: nil
    }
  }

  private func newest(of incidents: Range<Int>, _ page: Int) -> CivilDate? {
    newest(of: incidents.count, page) { self.incidents[incidents.lowerBound + $0] }
  }

  private func newest(of organization: Organization, _ page: Int) -> CivilDate? {
    let range = paging(organization.entryCount).range(ofPage: page)
    return organization.appearances(in: range).lazy
      .compactMap { Self.newest(of: $0.appearance.notices[$0.shown], notices) }.max()
  }

  private func newest(of tag: Tag, _ page: Int) -> CivilDate? {
    newest(of: tag.notices.count + tag.articles.count, page) { index in
      index < tag.notices.count
        ? notices[tag.notices[index]]
        : archive.articles[tag.articles[index - tag.notices.count]].article.lastChange
    }
  }

  /// Of the part of a list that stands on one of its pages; the rest is not looked at.
  private func newest(of count: Int, _ page: Int, _ date: (Int) -> CivilDate?) -> CivilDate? {
    paging(count).range(ofPage: page).lazy.compactMap(date).max()
  }

  private func paging(_ count: Int) -> Paging { Paging(count: count, pageSize: archive.site.pageSize) }

  /// - Parameter dates: of all notices.
  private static func newest(of notices: some Sequence<Int>, _ dates: [CivilDate]) -> CivilDate? {
    notices.lazy.map { dates[$0] }.max()
  }

  private static func later(_ first: CivilDate?, _ second: CivilDate?) -> CivilDate? {
    [first, second].compactMap(\.self).max()
  }
}
