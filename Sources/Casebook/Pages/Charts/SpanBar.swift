/// The bar of a span on the time that several of them share: hollow until it was known, full until it was published.
enum SpanBar {
  private static let height = 14

  /// - Parameter days: the days (`CivilDate.dayNumber`) at both ends of the bar.
  static func svg(_ span: NoticeSpan, in days: ClosedRange<Int>) -> [UInt8] {
    let length = max(1, days.upperBound - days.lowerBound)
    func place(_ date: CivilDate) -> Int { (date.dayNumber - days.lowerBound) * 10_000 / length }
    var svg = SVGWriter()
    svg.open("svg") { svg in
      svg.attribute("class", "span-bar")
      svg.attribute("aria-hidden", "true")
      svg.attribute("height", height)
    }
    svg.element("line") { line in
      line.attribute("class", "grid")
      line.attribute("x1", "0")
      line.attribute("x2", "100%")
      line.attribute("y1", height / 2)
      line.attribute("y2", height / 2)
    }
    if let occurrence = span.occurrence {
      let end = span.discovery?.date ?? span.announced
      add("unknown", from: place(occurrence.date), to: place(end), &svg)
    }
    if let discovery = span.discovery {
      add("known", from: place(discovery.date), to: place(span.announced), &svg)
    }
    svg.element("circle") { circle in
      circle.attribute("class", "published")
      circle.attribute("cx", percent: place(span.announced))
      circle.attribute("cy", height / 2)
      circle.attribute("r", "6")
    }
    svg.close("svg")
    return svg.finished()
  }

  private static func add(_ kind: StaticString, from start: Int, to end: Int, _ svg: inout SVGWriter) {
    svg.element("rect") { bar in
      bar.attribute("class", kind)
      bar.attribute("x", percent: start)
      bar.attribute("y", "3")
      bar.attribute("width", percent: end - start)
      bar.attribute("height", height - 6)
    }
  }
}
