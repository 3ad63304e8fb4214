import Mustache

/// The search page: a form, and what its script needs to find things.
struct SearchView: PageView {
  let frame: Frame
  private let search: SiteSearch

  private var archive: Archive { frame.context.archive }

  init(_ context: PageContext, _ search: SiteSearch) {
    self.search = search
    frame = Frame(
      context: context, url: .search, title: "検索",
      description: "\(context.archive.site.title)の公表文、事件、組織、タグ、記事を検索します。")
  }

  static let fields = Fields<Self>(
    "search",
    frameFields + [
      .text("settings", "What the script of the page has to know, as JSON") { $0.search.settings },
      .text("notice_count", "The number of notices") { DecimalText.of($0.archive.notices.count) },
      .text("incident_count", "The number of incidents") { DecimalText.of($0.archive.incidents.count) },
      .text("organization_count", "The number of organizations") {
        DecimalText.of($0.archive.organizations.count)
      },
    ])
}
