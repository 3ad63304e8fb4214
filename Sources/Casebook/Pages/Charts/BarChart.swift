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
    svg.element("line", ["class": "axis", "x1": "0", "x2": "0", "y1": "0", "y2": String(height)])
    for (index, row) in data.rows.enumerated() {
      let top = index * (rowHeight + rowGap) + rowGap / 2
      svg.element(
        "text", ["x": "0", "dx": "-10", "y": String(top + rowHeight / 2 + 5), "text-anchor": "end"],
        shortened(row.label))
      for (series, value) in row.values.enumerated() {
        let y = top + series * (barHeight + barGap)
        let length = SVGWriter.percent(value * 10_000 / maximum)
        svg.element(
          "rect",
          [
            "class": "series-\(series + 1)", "x": "0", "y": String(y), "width": length,
            "height": String(barHeight),
          ])
        svg.element(
          "text", ["class": "value", "x": length, "dx": "6", "y": String(y + barHeight - 2)],
          DecimalText.of(value))
      }
    }
    svg.close("svg")
    return svg.bytes
  }

  private static func shortened(_ label: String) -> String {
    func width(_ text: some StringProtocol) -> Int { text.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }
    guard width(label) > labelWidth else { return label }
    var start = label.prefix(labelWidth)
    while width(start) > labelWidth - 2 { start = start.dropLast() }
    return start + "…"
  }
}
