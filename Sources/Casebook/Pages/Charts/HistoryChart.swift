/// The small chart of an organization's or a tag's notices over the years.
enum HistoryChart {
  private static let id = "history"
  /// The ids that it gives to elements; headings of bodies take others.
  static let ids: Set<String> = ["\(id)-title", "\(id)-desc"]
  /// With more years than this, not every one has its label.
  private static let mostLabels = 10

  /// Nil when the notices are of one year.
  static func view(ofNotices notices: some Sequence<Int>, _ context: PageContext) -> ChartView? {
    var counts: [Int: Int] = [:]
    for notice in notices { counts[context.archive.notices[notice].notice.published.year, default: 0] += 1 }
    guard let first = counts.keys.min(), let last = counts.keys.max(), first < last else { return nil }
    let interval = (last - first + mostLabels) / mostLabels
    let data = ChartData(
      id: id, title: "年ごとの公表文", rowHeading: "年",
      series: [ChartData.Series(title: "公表文", counter: "件")],
      rows: (first...last).map { year in
        ChartData.Row(
          label: "\(year)年", axisLabel: (last - year).isMultiple(of: interval) ? String(year) : nil,
          values: [counts[year] ?? 0])
      })
    return ChartView(data) { ColumnChart.svg($0, kind: "columns small") }
  }
}
