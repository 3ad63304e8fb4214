/// The findings of one run, each once, in the order of files and lines.
package struct DiagnosticReport: Sendable {
  package let diagnostics: [Diagnostic]

  /// - Parameter isStrict: true makes every warning an error.
  package init(_ diagnostics: [Diagnostic], isStrict: Bool = false) {
    let unique = Set(
      diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        if isStrict { diagnostic.severity = .error }
        return diagnostic
      })
    self.diagnostics = unique.sorted(by: Self.isBefore)
  }

  package var errorCount: Int { diagnostics.count { $0.severity == .error } }
  package var warningCount: Int { diagnostics.count - errorCount }

  private static func isBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    let (first, second) = (left.place, right.place)
    if first?.path != second?.path { return (first?.path ?? "") < (second?.path ?? "") }
    let marks = ((first?.line ?? 0, first?.column ?? 0), (second?.line ?? 0, second?.column ?? 0))
    if marks.0 != marks.1 { return marks.0 < marks.1 }
    return (left.code.rawValue, left.message) < (right.code.rawValue, right.message)
  }

  /// The report in one of its forms; empty when the form has nothing to say about no findings.
  package func text(_ format: DiagnosticFormat) -> String {
    switch format {
    case .text: diagnostics.map(\.textForm).joined()
    case .json: jsonForm
    case .github: diagnostics.map(\.githubForm).joined()
    }
  }
}

/// How findings are printed.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
  /// For people: the place, the message, the line with a caret under it, the hint.
  case text
  /// For programs: one JSON object.
  case json
  /// For GitHub Actions: one workflow command a finding.
  case github
}
