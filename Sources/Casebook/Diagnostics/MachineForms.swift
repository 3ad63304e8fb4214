import Foundation

// The forms for programs. Both carry the same facts as the form for people.

extension DiagnosticReport {
  /// One JSON object (RFC 8259) with `errors`, `warnings` and `diagnostics`, with a line end.
  ///
  /// A diagnostic has `severity`, `code` and `message`; `path`, `line`, `column`, `length` (in Unicode scalars,
  /// from 1), `line_text` and `hint` where it has them.
  var jsonForm: String {
    let report = JSONReport(
      errors: errorCount, warnings: warningCount, diagnostics: diagnostics.map(JSONReport.Item.init))
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Encoding strings and numbers cannot fail; an empty text would show at once that it did.
    let data = (try? encoder.encode(report)) ?? Data()
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}

private struct JSONReport: Encodable {
  let errors: Int
  let warnings: Int
  let diagnostics: [Item]

  struct Item: Encodable {
    let severity: String
    let code: String
    let message: String
    var path: String?
    var line: Int?
    var column: Int?
    var length: Int?
    var lineText: String?
    let hint: String?

    init(_ diagnostic: Diagnostic) {
      severity = diagnostic.severity.rawValue
      code = diagnostic.code.rawValue
      message = diagnostic.message
      hint = diagnostic.hint
      path = diagnostic.place?.path
      guard let place = diagnostic.place, place.line > 0 else { return }
      line = place.line
      column = place.column
      length = place.length
      lineText = place.lineText
    }
  }
}

extension Diagnostic {
  /// A workflow command of GitHub Actions, with a line end.
  ///
  /// Source: GitHub Docs, "Workflow commands for GitHub Actions", Setting an error message.
  var githubForm: String {
    var properties: [String] = []
    if let place {
      properties.append("file=\(Self.escapedProperty(place.path))")
      if place.line > 0 {
        properties += [
          "line=\(place.line)", "col=\(place.column)", "endColumn=\(place.column + place.length)",
        ]
      }
    }
    properties.append("title=\(code.rawValue)")
    let text = Self.escapedData([message, hint].compactMap(\.self).joined(separator: "\n"))
    return "::\(severity.rawValue) \(properties.joined(separator: ","))::\(text)\n"
  }

  private static func escapedData(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func escapedProperty(_ text: String) -> String {
    escapedData(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
