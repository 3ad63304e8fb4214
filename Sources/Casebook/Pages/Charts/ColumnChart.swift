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
    for tick in scale.ticks { add(tick, scale, to: &svg) }
    for (index, row) in data.rows.enumerated() { addGroup(row, at: index, of: data, scale, to: &svg) }
    svg.close("svg")
    return svg.finished()
  }

  private static func bottom(of value: Int, _ scale: ChartScale) -> Int {
    top + plotHeight - value * plotHeight / scale.top
  }

  private static func add(_ tick: Int, _ scale: ChartScale, to svg: inout SVGWriter) {
    let y = bottom(of: tick, scale)
    svg.element("line") { line in
      line.attribute("class", "grid")
      line.attribute("x1", "0")
      line.attribute("x2", "100%")
      line.attribute("y1", y)
      line.attribute("y2", y)
    }
    svg.element("text", DecimalText.of(tick)) { text in
      text.attribute("x", "0")
      text.attribute("dx", "-8")
      text.attribute("y", y)
      text.attribute("dy", "4")
      text.attribute("text-anchor", "end")
    }
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
      svg.element("rect") { column in
        column.attribute("class", text: "series-\(series + 1)")
        column.attribute("x", percent: x)
        column.attribute("y", y)
        column.attribute("width", percent: width * 92 / 100)
        column.attribute("height", top + plotHeight - y)
      }
      guard showsValues else { continue }
      svg.element("text", DecimalText.of(value)) { text in
        text.attribute("class", "value")
        text.attribute("x", percent: x + width * 46 / 100)
        text.attribute("y", y - 4)
        text.attribute("text-anchor", "middle")
      }
    }
    guard let label = row.axisLabel else { return }
    svg.element("text", label) { text in
      text.attribute("x", percent: center)
      text.attribute("y", top + plotHeight + labelHeight - 6)
      text.attribute("text-anchor", "middle")
    }
  }
}
