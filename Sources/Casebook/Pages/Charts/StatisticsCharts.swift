/// The charts of the statistics page.
struct StatisticsCharts {
  private static let notices = ChartData.Series(title: "公表文", counter: "件")
  private static let incidents = ChartData.Series(title: "事件", counter: "件")
  private static let organizations = ChartData.Series(title: "組織", counter: "組織")
  private static let unstated = "記載なし"
  /// The months of the latest years only; earlier ones would be too narrow to see.
  private static let monthCount = 36

  private let context: PageContext
  private var statistics: Statistics { context.statistics }

  init(_ context: PageContext) {
    self.context = context
  }

  var sections: [StatisticsSectionView] {
    [
      StatisticsSectionView(
        id: "periods", title: "時期", note: "公表文は公表日で、事件は最初の公表文の公表日で数えています。",
        charts: [years, months]),
      StatisticsSectionView(
        id: "causes", title: "原因と漏えい",
        note: "公表文の記載によります。一つの事件の公表文が異なる記載をしているとき、事件はそれぞれに数えます。",
        charts: [
          terms("cause", "原因ごとの公表文と事件", "原因", statistics.causes),
          terms("disclosure", "漏えいの有無ごとの公表文と事件", "漏えい", statistics.disclosures),
        ]),
      StatisticsSectionView(
        id: "organizations", title: "組織",
        note: "種別は公表者の種別で数えた公表文と、公表文に現れた組織の数です。役割は、その役割の組織を挙げた公表文と、その役割で挙げられた組織の数です。",
        charts: [
          terms(
            "type", "組織の種別ごとの公表文と組織", "種別", statistics.organizationTypes, Self.organizations),
          terms("role", "役割ごとの公表文と組織", "役割", statistics.roles, Self.organizations),
        ].filter { !$0.isEmpty }),
      delay, figures, tags,
    ].filter { !$0.charts.isEmpty }
  }

  private var years: ChartView {
    let interval = max(1, (statistics.years.count + 9) / 10)
    let rows = statistics.years.reversed().enumerated().map { place, tally in
      let year = tally.key ?? 0
      return ChartData.Row(
        label: "\(year)年", axisLabel: place.isMultiple(of: interval) ? String(year) : nil,
        values: [tally.notices, tally.others])
    }
    let data = ChartData(
      id: "years", title: "年ごとの公表文と事件", rowHeading: "年", series: [Self.notices, Self.incidents],
      rows: rows.reversed())
    return ChartView(data) { ColumnChart.svg($0) }
  }

  private var months: ChartView {
    let rows = statistics.months.suffix(Self.monthCount).map { tally in
      let (year, month) = (tally.key ?? 0).quotientAndRemainder(dividingBy: 12)
      return ChartData.Row(
        label: "\(year)年\(month + 1)月",
        axisLabel: Self.axisLabel(year: year, month: month + 1, in: statistics.months.count),
        values: [tally.notices, tally.others])
    }
    let isCut = statistics.months.count > Self.monthCount
    let data = ChartData(
      id: "months", title: "月ごとの公表文と事件\(isCut ? "（直近3年）" : "")", rowHeading: "月",
      series: [Self.notices, Self.incidents], rows: Array(rows))
    return ChartView(data) { ColumnChart.svg($0) }
  }

  /// The months that begin a quarter of a single year have labels, those that begin a half of several.
  private static func axisLabel(year: Int, month: Int, in monthCount: Int) -> String? {
    if monthCount <= 12 { return month % 3 == 1 ? "\(month)月" : nil }
    return month == 1 ? "\(year)年" : month == 7 ? "7月" : nil
  }

  private func terms<Word: Term>(
    _ id: String, _ title: String, _ heading: String, _ tallies: [Tally<Word>],
    _ others: ChartData.Series = incidents
  ) -> ChartView {
    let rows = tallies.map { tally in
      ChartData.Row(label: tally.key?.label ?? Self.unstated, values: [tally.notices, tally.others])
    }
    let data = ChartData(
      id: id, title: title, rowHeading: heading, series: [Self.notices, others], rows: rows)
    return ChartView(data) { BarChart.svg($0) }
  }

  private var delay: StatisticsSectionView {
    let days = statistics.daysToAnnouncement
    let rows = days.bins.map { bin in
      ChartData.Row(label: Self.daysLabel(bin), values: [bin.count])
    }
    let data = ChartData(
      id: "delay", title: "発覚から最初の公表までの日数", rowHeading: "日数", series: [Self.notices], rows: rows)
    let chart = ChartView(data, note: Self.summary(days, counter: "日")) { BarChart.svg($0) }
    return StatisticsSectionView(
      id: "delays", title: "発覚から公表まで",
      note: "発覚の日、または委託先から報告を受けた日を記した公表文のうち、その公表者の最初のものだけを数えています。",
      charts: days.total == 0 ? [] : [chart])
  }

  private static func daysLabel(_ bin: Distribution.Bin) -> String {
    guard let upper = bin.upperBound else { return "\(bin.lowerBound)日以上" }
    if upper == 0 { return "当日" }
    return "\(bin.lowerBound)〜\(upper)日"
  }

  private var figures: StatisticsSectionView {
    let charts = statistics.statedCounts.map { unit, distribution in
      let rows = distribution.filledBins.map { bin in
        ChartData.Row(label: Self.countLabel(bin), values: [bin.count])
      }
      let data = ChartData(
        id: "count-\(unit.rawValue)", title: "対象を\(unit.label)で示した記載の分布", rowHeading: unit.label + "の数",
        series: [ChartData.Series(title: "記載", counter: "件")], rows: rows)
      return ChartView(data, note: Self.summary(distribution, counter: unit.counter)) { BarChart.svg($0) }
    }
    return StatisticsSectionView(
      id: "counts", title: "公表された件数",
      note: "公表文に記された件数を、のちに修正されたものを除いて、そのまま一つずつ数えています。同じ人や同じデータが重なることがあるため、合計はしません。",
      charts: charts)
  }

  private static func countLabel(_ bin: Distribution.Bin) -> String {
    guard let upper = bin.upperBound else { return "\(roundText(bin.lowerBound))以上" }
    if upper == 0 { return "0" }
    return "\(roundText(bin.lowerBound))〜\(roundText(upper + 1))未満"
  }

  /// 1,000, 1万, 100万: the bounds of the ranges are round.
  private static func roundText(_ number: Int) -> String {
    number >= 10_000 ? "\(number / 10_000)万" : DecimalText.of(number)
  }

  private static func summary(_ distribution: Distribution, counter: String) -> String? {
    guard let median = distribution.median, let maximum = distribution.maximum else { return nil }
    let whole = Int(median)
    let middle = DecimalText.of(whole) + (Double(whole) == median ? "" : ".5")
    return
      "記載\(DecimalText.of(distribution.total))件。中央値\(middle)\(counter)、最大\(DecimalText.of(maximum))\(counter)。"
  }

  private var tags: StatisticsSectionView {
    let rows = statistics.tags.compactMap { tally -> ChartData.Row? in
      guard let index = tally.key else { return nil }
      let link = context.link(toTag: index)
      return ChartData.Row(label: link.title, url: link.url, values: [tally.notices, tally.others])
    }
    let data = ChartData(
      id: "tag", title: "よく使われているタグ", rowHeading: "タグ", series: [Self.notices, Self.incidents], rows: rows)
    return StatisticsSectionView(
      id: "tags", title: "タグ", note: "公表文の多い順に、20件までを示します。",
      charts: rows.isEmpty ? [] : [ChartView(data) { BarChart.svg($0) }])
  }
}
