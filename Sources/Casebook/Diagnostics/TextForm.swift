// The form for people: `path:line:column: error: message [code]`, the line, a caret, the hint.

extension Diagnostic {
  /// The finding as lines of text, each with its line end.
  var textForm: String {
    let prefix = place.map { $0.line > 0 ? "\($0.path):\($0.line):\($0.column): " : "\($0.path): " } ?? ""
    var text = "\(VisibleText.of("\(prefix)\(severity.rawValue): \(message)")) [\(code.rawValue)]\n"
    if let place, place.line > 0, !place.lineText.isEmpty { text += Excerpt(of: place).text }
    if let hint { text += "  hint: \(VisibleText.of(hint))\n" }
    return text
  }
}

/// Text that a terminal only shows: a control or format character would move its cursor, change its colours or
/// hide what follows, and can stand in a file's name or in a value.
private enum VisibleText {
  static func of(_ text: some StringProtocol) -> String {
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let category = scalar.properties.generalCategory
      visible.append(scalar != "\t" && (category == .control || category == .format) ? "\u{FFFD}" : scalar)
    }
    return String(visible)
  }
}

/// The part of a line that fits a terminal, with a caret under the place.
private struct Excerpt {
  /// How many scalars are shown before and after the place.
  private static let context = (before: 60, after: 40)
  /// How many of the place's own are shown: a value can be longer than any terminal is wide.
  private static let maximumLength = 120

  let text: String

  init(of place: SourcePlace) {
    let line = Array(place.lineText.unicodeScalars)
    let start = min(place.column - 1, line.count)
    let end = min(line.count, start + min(place.length, Self.maximumLength))
    let first = start > Self.context.before ? start - Self.context.before : 0
    let last = min(line.count, max(start + Self.context.before, end) + Self.context.after)
    let leading = first > 0 ? "…" : ""
    let shown =
      leading + VisibleText.of(String(String.UnicodeScalarView(line[first..<last])))
      + (last < line.count ? "…" : "")
    let indent = (first > 0 ? " " : "") + Self.blank(line[first..<start])
    let caretWidth = line[start..<min(end, last)].reduce(0) { $0 + Self.width($1) }
    text = "  \(shown)\n  \(indent)^\(String(repeating: "~", count: max(0, caretWidth - 1)))\n"
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
