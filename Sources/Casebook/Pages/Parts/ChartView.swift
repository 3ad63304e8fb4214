import Mustache

/// A chart with the table of its values.
struct ChartView: View {
  private let data: ChartData
  private let note: String?
  private let draw: @Sendable (ChartData) -> [UInt8]

  /// - Parameter draw: makes the chart's SVG.
  init(_ data: ChartData, note: String? = nil, draw: @escaping @Sendable (ChartData) -> [UInt8]) {
    self.data = data
    self.note = note
    self.draw = draw
  }

  /// True when there is nothing to show.
  var isEmpty: Bool { data.rows.isEmpty }

  private var series: [ChartSeriesView] {
    data.series.enumerated().map { ChartSeriesView(title: $0.element.title, number: $0.offset + 1) }
  }

  static let fields = Fields<Self>(
    "chart",
    .text("id", "The start of the ids of the chart's title and description") { $0.data.id },
    .text("title", "What the chart shows") { $0.data.title },
    .text("note", "How to read it; absent when that is plain") { $0.note },
    .html("svg", "The chart, with its title and description") { $0.draw($0.data) },
    .text("row_heading", "The heading of the table's first column") { $0.data.rowHeading },
    .list("series", ChartSeriesView.self, "What is counted, in the order of the table's columns") {
      $0.series
    },
    .flag("has_legend", "True when there is more than one series to tell apart") { $0.series.count > 1 },
    .list("rows", ChartRowView.self, "The rows of the table") { view in
      view.data.rows.map { ChartRowView(row: $0, series: view.data.series) }
    }
  )
}

/// What is counted in one series of a chart.
struct ChartSeriesView: View {
  let title: String
  let number: Int

  static let fields = Fields<Self>(
    "chart series",
    .text("title", "What is counted") { $0.title },
    .text("number", "Its place among the series, from 1") { String($0.number) }
  )
}

/// A row of a chart's table.
struct ChartRowView: View {
  let row: ChartData.Row
  let series: [ChartData.Series]

  static let fields = Fields<Self>(
    "chart row",
    .text("label", "What the row is about") { $0.row.label },
    .text("url", "Its page; absent when it has none") { $0.row.url },
    .list("values", ChartValueView.self, "One value for each series") { view in
      zip(view.series, view.row.values).map { ChartValueView(text: $0.text($1)) }
    }
  )
}

/// A value in a chart's table.
struct ChartValueView: View {
  let text: String

  static let fields = Fields<Self>(
    "chart value",
    .text("text", "The value with its counter") { $0.text }
  )
}
