/// Lying bars: one row for each label, with a bar for each series.
enum BarChart {
  private static let barHeight = 13
  private static let barGap = 2
  private static let rowGap = 11
  /// In halves of a full-width character; what is longer is cut, and stands whole in the table.
  private static let labelWidth = 18

  static func svg(_ data: ChartData) -> [UInt8] {
    let rowHeight = data.series.count * (barHeight + barGap) - barGap
    let height = data.rows.count * (rowHeight + rowGap)
    let maximum = max(1, data.maximum)
    var svg = SVGWriter()
    svg.openChart(data, kind: "bars", height: height)
    svg.element("line") { axis in
      axis.attribute("class", "axis")
      axis.attribute("x1", "0")
      axis.attribute("x2", "0")
      axis.attribute("y1", "0")
      axis.attribute("y2", height)
    }
    for (index, row) in data.rows.enumerated() {
      let top = index * (rowHeight + rowGap) + rowGap / 2
      svg.element("text", shortened(row.label)) { text in
        text.attribute("x", "0")
        text.attribute("dx", "-10")
        text.attribute("y", top + rowHeight / 2 + 5)
        text.attribute("text-anchor", "end")
      }
      for (series, value) in row.values.enumerated() {
        add(value, of: series, at: top + series * (barHeight + barGap), maximum, to: &svg)
      }
    }
    svg.close("svg")
    return svg.finished()
  }

  private static func add(
    _ value: Int, of series: Int, at y: Int, _ maximum: Int, to svg: inout SVGWriter
  ) {
    let length = value * 10_000 / maximum
    svg.element("rect") { bar in
      bar.attribute("class", text: "series-\(series + 1)")
      bar.attribute("x", "0")
      bar.attribute("y", y)
      bar.attribute("width", percent: length)
      bar.attribute("height", barHeight)
    }
    svg.element("text", DecimalText.of(value)) { text in
      text.attribute("class", "value")
      text.attribute("x", percent: length)
      text.attribute("dx", "6")
      text.attribute("y", y + barHeight - 2)
    }
  }

  private static func shortened(_ label: String) -> String {
    func width(_ text: some StringProtocol) -> Int { text.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }
    guard width(label) > labelWidth else { return label }
    var start = label.prefix(labelWidth)
    while width(start) > labelWidth - 2 { start = start.dropLast() }
    return start + "…"
  }
}
