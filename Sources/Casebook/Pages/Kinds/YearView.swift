import Mustache

/// One year of the case-number index, in number order.
struct YearView: PageView {
  let frame: Frame
  private let year: ArchiveYear
  private let page: Int

  private var context: PageContext { frame.context }

  init(_ context: PageContext, index: Int, page: Int) {
    year = context.archive.years[index]
    self.page = page
    frame = Frame(
      context: context, url: SiteURL.year(year.year).page(page), title: "\(year.year)年の事件",
      description: "事件番号が\(year.year)年の事件を番号順に並べた索引。",
      trail: [LinkView(title: "事件", url: context.href(.incidents))])
  }

  private var paging: Paging {
    Paging(count: year.incidents.count, pageSize: context.archive.site.pageSize)
  }

  private var incidents: [IncidentItemView] {
    paging.range(ofPage: page).map {
      IncidentItemView(context: context, index: year.incidents.lowerBound + $0)
    }
  }

  static let fields = Fields<Self>(
    "year",
    frameFields + [
      .text("year", "The year") { String($0.year.year) },
      .text("incident_count", "How many incidents have a number of this year") {
        DecimalText.of($0.year.incidents.count)
      },
      .list("years", YearItemView.self, "The years of the case numbers, newest first") { view in
        view.context.archive.years.map {
          YearItemView(context: view.context, year: $0, isCurrent: $0.year == view.year.year)
        }
      },
      .list("incidents", IncidentItemView.self, "The incidents of this page, in number order") {
        $0.incidents
      },
      .object("pagination", PaginationView.self, "The pages of the list; absent when there is one") {
        PaginationView(.year($0.year.year), page: $0.page, paging: $0.paging, $0.context)
      },
    ])
}
