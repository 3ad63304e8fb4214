import Mustache

/// The case-number index: all incidents, the newest number first.
struct IncidentIndexView: PageView {
  let frame: Frame
  private let page: Int

  private var context: PageContext { frame.context }

  init(_ context: PageContext, page: Int) {
    frame = Frame(
      context: context, url: SiteURL.incidents.page(page), title: "事件番号索引",
      description: "事件番号の新しい順に並べたすべての事件。")
    self.page = page
  }

  private var paging: Paging {
    Paging(count: context.archive.incidents.count, pageSize: context.archive.site.pageSize)
  }

  private var incidents: [IncidentItemView] {
    let last = context.archive.incidents.count - 1
    return paging.range(ofPage: page).map { IncidentItemView(context: context, index: last - $0) }
  }

  static let fields = Fields<Self>(
    "incident-index",
    frameFields + [
      .list("years", YearItemView.self, "The years of the case numbers, newest first") { view in
        view.context.archive.years.map { YearItemView(context: view.context, year: $0) }
      },
      .list("incidents", IncidentItemView.self, "The incidents of this page, newest number first") {
        $0.incidents
      },
      .object("pagination", PaginationView.self, "The pages of the list; absent when there is one") {
        PaginationView(.incidents, page: $0.page, paging: $0.paging, $0.context)
      },
    ])
}
