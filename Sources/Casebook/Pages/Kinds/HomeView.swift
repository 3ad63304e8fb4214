import Mustache

/// The home page: the latest notices, the years, and how much there is.
struct HomeView: PageView {
  private static let noticeCount = 20
  private static let articleCount = 5

  let frame: Frame

  private var context: PageContext { frame.context }
  private var archive: Archive { context.archive }

  init(_ context: PageContext) {
    frame = Frame(context: context, url: .home, title: nil, description: nil, subject: .archive)
  }

  private var latestNotices: [NoticeItemView] {
    archive.notices.indices.suffix(Self.noticeCount).reversed().map {
      NoticeItemView(context: context, index: $0)
    }
  }

  private var latestArticles: [ArticleItemView] {
    archive.articles.indices.prefix(Self.articleCount).map { ArticleItemView(context: context, index: $0) }
  }

  static let fields = Fields<Self>(
    "home",
    frameFields + [
      Field.list("notices", NoticeItemView.self, "The latest notices, newest first") { $0.latestNotices }
        .repeating,
      .list("articles", ArticleItemView.self, "The latest articles, newest first") { $0.latestArticles },
      .list("years", YearItemView.self, "The years of the case numbers, newest first") { view in
        view.archive.years.map { YearItemView(context: view.context, year: $0) }
      },
      .text("notice_count", "How many notices the archive has") { DecimalText.of($0.archive.notices.count) },
      .text("incident_count", "How many incidents it has") { DecimalText.of($0.archive.incidents.count) },
      .text("organization_count", "How many organizations it has") {
        DecimalText.of($0.archive.organizations.count)
      },
    ])
}

/// A year of the case-number index.
struct YearItemView: View {
  let context: PageContext
  let year: ArchiveYear
  var isCurrent = false

  static let fields = Fields<Self>(
    "year",
    .text("year", "The year") { String($0.year.year) },
    .text("url", "Its page") { $0.context.href(.year($0.year.year)) },
    .text("incident_count", "How many incidents have a number of this year") {
      DecimalText.of($0.year.incidents.count)
    },
    .flag("current", "True for the year on whose page it stands") { $0.isCurrent }
  )
}
