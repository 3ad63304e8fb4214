import TestSupport
import Testing

@testable import Casebook

/// Findings about text that somebody wrote to harm whoever reads the report, or to hold up the build.
struct HostileTextTests {
  /// An archive with one notice.
  private func archive(_ keys: String = "", body: String = "本文です。") throws -> ArchiveFixture {
    try ArchiveFixture([
      "organizations/aoba.md": Sample.named("青葉市", reading: "あおばし"),
      "incidents/1/notice.md": Sample.notice("2024-001", keys, body: body),
    ])
  }

  private func finding(_ text: String, column: Int = 1, length: Int = 1) -> Diagnostic {
    Diagnostic(
      .error, .unknownKey, "unknown key '\(text)'",
      at: SourcePlace(path: "a\u{1B}[2J.md", line: 1, column: column, length: length, lineText: text),
      hint: "did you mean '\(text)'?")
  }

  @Test("no control or format character reaches the terminal")
  func terminal() {
    let text = finding("a\u{1B}]0;b\u{7}\u{202E}c").textForm
    let isHarmless = text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || ![.control, .format].contains(scalar.properties.generalCategory)
    }
    #expect(isHarmless)
    #expect(text.hasPrefix("a\u{FFFD}[2J.md:1:1: error:"))
  }

  @Test("a value as long as a file makes a report that a person can read", arguments: ["a", "漢"])
  func length(_ sign: String) {
    let value = String(repeating: sign, count: 100_000)
    #expect(finding(value, length: 100_000).textForm.unicodeScalars.count < 3000)
  }

  @Test("front matter with a finding on every line has its first hundred listed")
  func count() throws {
    let keys = (0..<500).map { "unknown\($0): 1\n" }.joined()
    let report = try archive(keys).check()
    #expect(report.errorCount == 101)
    #expect(report.diagnostics.last?.message.hasPrefix("there are more than 100 findings") == true)
  }

  @Test("a list of a thousand entries is read, one more is refused", arguments: [(1000, 0), (1001, 1)])
  func list(_ count: Int, _ errors: Int) throws {
    let entries = (0..<count).map { "- {date: 2024-06-01, event: other, note: n\($0)}\n" }.joined()
    #expect(try archive("timeline:\n" + entries).check().errorCount == errors)
  }

  @Test(
    "a character that hides or turns text around is refused wherever it stands",
    arguments: [
      "\u{0}", "\u{1B}", "\u{7F}", "\u{80}", "\u{9B}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}",
    ])
  func forbidden(_ sign: String) throws {
    #expect(
      try archive(body: "一行目\nあ\(sign)い").findings() == [
        "content/incidents/1/notice.md:9:2 error control-character"
      ])
  }

  @Test(
    "a reference of Markdown gives no such character either",
    arguments: [
      ("**あ**、&#x202e;い", 7), ("あ&#27;い", 2), ("[あ](https://example.jp/ \"題&#8238;名\")", 27),
      ("[あ](https://example.jp/&#x7f;)", 24), ("```csv 題&#x2066;\na\n1\n```", 9),
    ])
  func referenced(_ body: String, _ column: Int) throws {
    #expect(
      try archive(body: body).findings() == [
        "content/incidents/1/notice.md:8:\(column) error control-character"
      ])
  }

  @Test(
    "references to what text may have stay",
    arguments: ["&#12354;", "&#x1F600;", "&amp;#27;", "`&#27;`", "&#10;"])
  func references(_ body: String) throws {
    #expect(try archive(body: body).findings() == [])
  }

  @Test(
    "an escape of YAML gives no such character either",
    arguments: [#"\0"#, #"\e"#, #"\x7f"#, #"\u0080"#, #"\u202e"#, #"\U00002066"#, #"\r"#])
  func escaped(_ escape: String) throws {
    #expect(
      try archive("summary: \"要約\(escape)です\"").findings() == [
        "content/incidents/1/notice.md:6:10 error control-character"
      ])
  }

  @Test(
    "the signs that Japanese and other text needs stay",
    arguments: ["\u{200B}", "\u{200E}", "\u{3000}", "\u{A0}"])
  func allowed(_ sign: String) throws {
    #expect(try archive("summary: あ\(sign)い", body: "あ\(sign)い").findings() == [])
  }
}
