/// Standing columns over an axis of time: one group for each row, with a column for each series.
enum ColumnChart {
  private static let plotHeight = 150
  /// Room for the values over the columns.
  private static let top = 18
  private static let labelHeight = 24
  /// In hundredths of a per cent: a lonely column must not fill the page.
  private static let widestColumn = 600
  /// With more columns than this, their values stand in the table only.
  private static let mostValues = 16

  static func svg(_ data: ChartData, kind: String = "columns") -> [UInt8] {
    let scale = ChartScale(maximum: data.maximum)
    var svg = SVGWriter()
    svg.openChart(data, kind: kind, height: top + plotHeight + labelHeight)
    for tick in scale.ticks {
      let y = String(bottom(of: tick, scale))
      svg.element("line", ["class": "grid", "x1": "0", "x2": "100%", "y1": y, "y2": y])
      svg.element(
        "text", ["x": "0", "dx": "-8", "y": y, "dy": "4", "text-anchor": "end"], DecimalText.of(tick))
    }
    for (index, row) in data.rows.enumerated() { addGroup(row, at: index, of: data, scale, to: &svg) }
    svg.close("svg")
    return svg.bytes
  }

  private static func bottom(of value: Int, _ scale: ChartScale) -> Int {
    top + plotHeight - value * plotHeight / scale.top
  }

  private static func addGroup(
    _ row: ChartData.Row, at index: Int, of data: ChartData, _ scale: ChartScale, to svg: inout SVGWriter
  ) {
    let groupWidth = 10_000 / data.rows.count
    let width = min(groupWidth * 7 / 10 / data.series.count, widestColumn)
    let center = index * groupWidth + groupWidth / 2
    let start = center - width * data.series.count / 2
    let showsValues = data.rows.count * data.series.count <= mostValues
    for (series, value) in row.values.enumerated() where value > 0 {
      let y = bottom(of: value, scale)
      let x = start + series * width
      svg.element(
        "rect",
        [
          "class": "series-\(series + 1)", "x": SVGWriter.percent(x), "y": String(y),
          "width": SVGWriter.percent(width * 92 / 100), "height": String(top + plotHeight - y),
        ])
      if showsValues {
        svg.element(
          "text",
          [
            "class": "value", "x": SVGWriter.percent(x + width * 46 / 100), "y": String(y - 4),
            "text-anchor": "middle",
          ], DecimalText.of(value))
      }
    }
    if let label = row.axisLabel {
      svg.element(
        "text",
        [
          "x": SVGWriter.percent(center), "y": String(top + plotHeight + labelHeight - 6),
          "text-anchor": "middle",
        ], label)
    }
  }
}
