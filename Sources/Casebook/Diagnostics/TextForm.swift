// The form for people: `path:line:column: error: message [code]`, the line, a caret, the hint.

extension Diagnostic {
  /// The finding as lines of text, each with its line end.
  var textForm: String {
    let prefix = place.map { $0.line > 0 ? "\($0.path):\($0.line):\($0.column): " : "\($0.path): " } ?? ""
    var text = "\(prefix)\(severity.rawValue): \(message) [\(code.rawValue)]\n"
    if let place, place.line > 0, !place.lineText.isEmpty { text += Excerpt(of: place).text }
    if let hint { text += "  hint: \(hint)\n" }
    return text
  }
}

/// The part of a line that fits a terminal, with a caret under the place.
private struct Excerpt {
  /// How many scalars are shown before and after the place.
  private static let context = (before: 60, after: 40)

  let text: String

  init(of place: SourcePlace) {
    let line = Array(place.lineText.unicodeScalars)
    let start = min(place.column - 1, line.count)
    let end = min(line.count, start + place.length)
    let first = start > Self.context.before ? start - Self.context.before : 0
    let last = min(line.count, max(start + Self.context.before, end) + Self.context.after)
    let leading = first > 0 ? "…" : ""
    let shown = leading + Self.visible(line[first..<last]) + (last < line.count ? "…" : "")
    let indent = (first > 0 ? " " : "") + Self.blank(line[first..<start])
    let caretWidth = line[start..<min(end, last)].reduce(0) { $0 + Self.width($1) }
    text = "  \(shown)\n  \(indent)^\(String(repeating: "~", count: max(0, caretWidth - 1)))\n"
  }

  /// Control and format characters would move the cursor or hide text; they show as a box.
  private static func visible(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      let category = scalar.properties.generalCategory
      text.append(scalar != "\t" && (category == .control || category == .format) ? "\u{FFFD}" : scalar)
    }
    return String(text)
  }

  private static func blank(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    scalars.map { $0 == "\t" ? "\t" : String(repeating: " ", count: width($0)) }.joined()
  }

  /// Terminal cells: none for combining marks, two for wide characters (UAX #11).
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: 0
    default: EastAsianWidth.isWide(scalar) ? 2 : 1
    }
  }
}
