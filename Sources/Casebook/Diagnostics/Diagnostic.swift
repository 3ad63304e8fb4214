/// One finding about one place in one file.
///
/// A diagnostic is a value: it is collected, sorted and printed, never thrown. Everything that its printed
/// forms need, the line's text included, is inside, so that no form has to read a file again.
package struct Diagnostic: Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    case error
    case warning
  }

  package var severity: Severity
  package let code: DiagnosticCode
  /// One sentence without a full stop, in English, that names what was found; never longer than a paragraph.
  package let message: String
  /// Where it was found; a finding about a whole folder or about the archive has none.
  package let place: SourcePlace?
  /// What to do about it, or the nearest valid word, as a sentence without a full stop.
  package let hint: String?

  package init(
    _ severity: Severity, _ code: DiagnosticCode, _ message: String, at place: SourcePlace?,
    hint: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = Self.shortened(message)
    self.place = place
    self.hint = hint.map(Self.shortened)
  }

  /// A message quotes what was found, which can be as long as a file: its middle is left out.
  private static func shortened(_ text: String) -> String {
    let (start, end) = (400, 200)
    guard text.utf8.count > start + end, text.unicodeScalars.count > start + end else { return text }
    return String(text.unicodeScalars.prefix(start)) + " … " + String(text.unicodeScalars.suffix(end))
  }
}

/// A place in a text file of the archive, with the text of its line.
package struct SourcePlace: Sendable, Hashable {
  /// The path from the archive's root, with `/` between components.
  package let path: String
  /// The line, from 1; 0 where the finding is about the file as a whole.
  package let line: Int
  /// The column, from 1, counted in Unicode scalars; 0 where the finding is about the file as a whole.
  package let column: Int
  /// How many Unicode scalars the caret underlines, at least 1.
  package let length: Int
  /// The text of the line without its line end; empty where the finding is about the file as a whole.
  package let lineText: String

  package init(path: String, line: Int = 0, column: Int = 0, length: Int = 1, lineText: String = "") {
    self.path = path
    self.line = line
    self.column = column
    self.length = max(1, length)
    self.lineText = lineText
  }
}
