import Testing

@testable import Casebook

struct DiagnosticReportTests {
  private func finding(
    _ path: String?, _ line: Int = 0, _ column: Int = 0, _ code: DiagnosticCode = .unknownKey,
    _ severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(severity, code, "message", at: path.map { SourcePlace(path: $0, line: line, column: column) })
  }

  @Test("findings stand in the order of files, lines and columns, whoever found them first")
  func order() {
    let expected = [
      finding(nil), finding("a.md"), finding("a.md", 2, 1), finding("a.md", 2, 3),
      finding("a.md", 10, 1, .invalidDate),
      finding("a.md", 10, 1, .unknownKey), finding("b.md", 1, 1),
    ]
    for _ in 0..<20 {
      #expect(DiagnosticReport(expected.shuffled()).diagnostics == expected)
    }
  }

  @Test("a finding that two pages make is reported once")
  func once() {
    #expect(DiagnosticReport([finding("a.md", 1, 1), finding("a.md", 1, 1)]).diagnostics.count == 1)
  }

  @Test("strict makes every warning an error, and only then")
  func strict() {
    let findings = [finding("a.md", 1, 1, .unknownTag, .warning), finding("a.md", 2, 1)]
    let relaxed = DiagnosticReport(findings)
    #expect((relaxed.errorCount, relaxed.warningCount) == (1, 1))
    let strict = DiagnosticReport(findings, isStrict: true)
    #expect((strict.errorCount, strict.warningCount) == (2, 0))
  }

  @Test(
    "the nearest word is named when it is near, and the words are listed when there are few",
    arguments: [
      ("publishd", "did you mean 'published'?"), ("Published", "did you mean 'published'?"),
      ("titel", "did you mean 'title'?"),
      ("zzz", "it can be title, published, publisher"),
    ])
  func nearest(_ word: String, _ hint: String) {
    #expect(NearestWord.hint(for: word, among: ["title", "published", "publisher"]) == hint)
  }

  @Test("where there are many words and none is near, there is no hint")
  func noHint() {
    #expect(NearestWord.hint(for: "zzzzzzzz", among: (100..<150).map { "word\($0)" }) == nil)
    #expect(NearestWord.hint(for: "a", among: []) == nil)
  }
}
