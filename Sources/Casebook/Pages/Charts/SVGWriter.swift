import Mustache

/// Writes SVG for a page: elements with attributes, no styles, so that the style sheet decides on colours and
/// a strict Content-Security-Policy holds.
///
/// Horizontal lengths are in per cent and the root has no `viewBox`: a chart takes the width that there is, and
/// its text keeps the size of the page's.
struct SVGWriter: ~Copyable {
  private var bytes = ByteBuffer(capacity: 1 << 12)

  /// What was written, in UTF-8.
  consuming func finished() -> [UInt8] {
    var written: [UInt8] = []
    bytes.move(into: &written)
    return written
  }

  // MARK: Elements

  /// - Parameter attributes: writes them.
  mutating func open(_ name: StaticString, _ attributes: (inout SVGWriter) -> Void) {
    bytes.append("<")
    bytes.append(name)
    attributes(&self)
    bytes.append(">")
  }

  mutating func close(_ name: StaticString) {
    bytes.append("</")
    bytes.append(name)
    bytes.append(">")
  }

  mutating func element(
    _ name: StaticString, _ text: String = "", _ attributes: (inout SVGWriter) -> Void
  ) {
    open(name, attributes)
    if !text.isEmpty { bytes.append(text, isEscaped: true) }
    close(name)
  }

  /// Opens a chart that has its title and its description for those who do not see it.
  mutating func openChart(_ data: ChartData, kind: String, height: Int) {
    open("svg") { svg in
      svg.attribute("class", text: "chart \(kind)")
      svg.attribute("role", "img")
      svg.attribute("aria-labelledby", text: "\(data.id)-title \(data.id)-desc")
      svg.attribute("height", height)
    }
    element("title", data.title) { $0.attribute("id", text: "\(data.id)-title") }
    element("desc", data.description) { $0.attribute("id", text: "\(data.id)-desc") }
  }

  // MARK: Attributes

  mutating func attribute(_ name: StaticString, _ value: StaticString) {
    attribute(name) { $0.bytes.append(value) }
  }

  mutating func attribute(_ name: StaticString, _ number: Int) {
    attribute(name) { $0.bytes.append(decimal: number) }
  }

  /// A length in hundredths of a per cent.
  mutating func attribute(_ name: StaticString, percent hundredths: Int) {
    let rest = hundredths % 100
    attribute(name) { svg in
      svg.bytes.append(decimal: hundredths / 100)
      if rest != 0 {
        svg.bytes.append(rest < 10 ? ".0" : "." as StaticString)
        svg.bytes.append(decimal: rest)
      }
      svg.bytes.append("%")
    }
  }

  mutating func attribute(_ name: StaticString, text: String) {
    attribute(name) { $0.bytes.append(text, isEscaped: true) }
  }

  private mutating func attribute(_ name: StaticString, _ value: (inout SVGWriter) -> Void) {
    bytes.append(" ")
    bytes.append(name)
    bytes.append("=\"")
    value(&self)
    bytes.append("\"")
  }
}
