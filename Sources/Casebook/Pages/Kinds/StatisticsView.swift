import Mustache

/// The statistics: what the archive holds, counted, with charts.
struct StatisticsView: PageView {
  let frame: Frame

  private var archive: Archive { frame.context.archive }

  init(_ context: PageContext) {
    frame = Frame(
      context: context, url: .statistics, title: "統計",
      description: "このアーカイブに収めた公表文と事件の、時期、原因、漏えいの有無、組織ごとの件数。")
  }

  static let fields = Fields<Self>(
    "statistics",
    frameFields + [
      .text("notice_count", "How many notices the archive has") { DecimalText.of($0.archive.notices.count) },
      .text("incident_count", "How many incidents it has") { DecimalText.of($0.archive.incidents.count) },
      .text("organization_count", "How many organizations it has") {
        DecimalText.of($0.archive.organizations.count)
      },
      .object("first_published", DateView.self, "The first day of publication; absent without notices") {
        ($0.archive.notices.first?.notice.published).map(DateView.init)
      },
      .object("last_published", DateView.self, "The last day of publication; absent without notices") {
        ($0.archive.notices.last?.notice.published).map(DateView.init)
      },
      .list("sections", StatisticsSectionView.self, "The charts by subject; empty without notices") {
        $0.archive.notices.isEmpty ? [] : StatisticsCharts($0.frame.context).sections
      },
    ])
}

/// The charts on one subject.
struct StatisticsSectionView: View {
  let id: String
  let title: String
  let note: String
  let charts: [ChartView]

  static let fields = Fields<Self>(
    "statistics section",
    .text("id", "The id of its heading") { $0.id },
    .text("title", "The subject") { $0.title },
    .text("note", "How the counts are made") { $0.note },
    .list("charts", ChartView.self, "Its charts") { $0.charts }
  )
}
