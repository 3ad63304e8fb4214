import Mustache

/// Writes SVG for a page: elements with attributes, no styles, so that the style sheet decides on colours and
/// a strict Content-Security-Policy holds.
///
/// Horizontal lengths are in per cent and the root has no `viewBox`: a chart takes the width that there is, and
/// its text keeps the size of the page's.
struct SVGWriter {
  private(set) var bytes: [UInt8] = []

  /// A length in hundredths of a per cent.
  static func percent(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return ShortText.make(capacity: 15) { text in
      text.append(hundredths / 100)
      if rest != 0 {
        text.append(".")
        text.append(rest, width: 2)
      }
      text.append("%")
    }
  }

  mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    bytes.append(UInt8(ascii: "<"))
    append(name)
    for (name, value) in attributes {
      bytes.append(UInt8(ascii: " "))
      append(name)
      bytes.append(UInt8(ascii: "="))
      bytes.append(UInt8(ascii: "\""))
      appendEscaped(value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func close(_ name: String) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(UInt8(ascii: "/"))
    append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func append(_ name: String) { bytes.append(contentsOf: name.utf8) }

  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>, _ text: String = "") {
    open(name, attributes)
    appendEscaped(text, to: &bytes)
    close(name)
  }

  /// Opens a chart that has its title and its description for those who do not see it.
  mutating func openChart(_ data: ChartData, kind: String, height: Int) {
    open(
      "svg",
      [
        "class": "chart \(kind)", "role": "img", "aria-labelledby": "\(data.id)-title \(data.id)-desc",
        "height": String(height),
      ])
    element("title", ["id": "\(data.id)-title"], data.title)
    element("desc", ["id": "\(data.id)-desc"], data.description)
  }
}
