/// The bar of a span on the time that several of them share: hollow until it was known, full until it was published.
enum SpanBar {
  private static let height = 14

  /// - Parameter days: the days (`CivilDate.dayNumber`) at both ends of the bar.
  static func svg(_ span: NoticeSpan, in days: ClosedRange<Int>) -> [UInt8] {
    let length = max(1, days.upperBound - days.lowerBound)
    func place(_ date: CivilDate) -> Int { (date.dayNumber - days.lowerBound) * 10_000 / length }
    var svg = SVGWriter()
    svg.open("svg", ["class": "span-bar", "aria-hidden": "true", "height": String(height)])
    svg.element(
      "line", ["class": "grid", "x1": "0", "x2": "100%", "y1": String(height / 2), "y2": String(height / 2)])
    if let occurrence = span.occurrence {
      let end = span.discovery?.date ?? span.announced
      add("unknown", from: place(occurrence.date), to: place(end), &svg)
    }
    if let discovery = span.discovery {
      add("known", from: place(discovery.date), to: place(span.announced), &svg)
    }
    svg.element(
      "circle",
      [
        "class": "published", "cx": SVGWriter.percent(place(span.announced)), "cy": String(height / 2),
        "r": "6",
      ])
    svg.close("svg")
    return svg.bytes
  }

  private static func add(_ kind: String, from start: Int, to end: Int, _ svg: inout SVGWriter) {
    svg.element(
      "rect",
      [
        "class": kind, "x": SVGWriter.percent(start), "y": "3", "width": SVGWriter.percent(end - start),
        "height": String(height - 6),
      ])
  }
}
