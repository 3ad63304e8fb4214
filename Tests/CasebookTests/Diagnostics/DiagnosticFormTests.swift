import Foundation
import Testing

@testable import Casebook

/// The three forms of one finding.
struct DiagnosticFormTests {
  private static let place = SourcePlace(
    path: "content/incidents/a.md", line: 4, column: 1, length: 8, lineText: "publishd: 2024-06-11")
  private static let finding = Diagnostic(
    .error, .unknownKey, "unknown key 'publishd'", at: place, hint: "did you mean 'published'?")

  @Test("people see the place, the message, the code, the line, a caret and the hint")
  func text() {
    #expect(
      DiagnosticReport([Self.finding]).text(.text) == """
        content/incidents/a.md:4:1: error: unknown key 'publishd' [unknown-key]
          publishd: 2024-06-11
          ^~~~~~~~
          hint: did you mean 'published'?

        """)
  }

  @Test("a finding about a whole file has its path, one about the archive has no place")
  func withoutLine() {
    let file = Diagnostic(.warning, .emptyFile, "the file is empty", at: SourcePlace(path: "content/a.md"))
    #expect(DiagnosticReport([file]).text(.text) == "content/a.md: warning: the file is empty [empty-file]\n")
    let archive = Diagnostic(.error, .invalidDate, "no time", at: nil, hint: "set it")
    #expect(DiagnosticReport([archive]).text(.text) == "error: no time [invalid-date]\n  hint: set it\n")
  }

  @Test("the caret stands under wide characters, tabs and combining marks as a terminal shows them")
  func caret() {
    func lines(_ lineText: String, column: Int, length: Int) -> [Substring] {
      let place = SourcePlace(path: "a", line: 1, column: column, length: length, lineText: lineText)
      let text = DiagnosticReport([Diagnostic(.error, .yamlSyntax, "x", at: place)]).text(.text)
      return text.split(separator: "\n").dropFirst().map(\.self)
    }
    #expect(lines("題名: 誤", column: 5, length: 1) == ["  題名: 誤", "        ^~"])
    #expect(lines("\tab", column: 2, length: 2) == ["  \tab", "  \t^~"])
    #expect(lines("か\u{3099}x", column: 3, length: 1) == ["  か\u{3099}x", "    ^"])
  }

  @Test("a long line is cut around the place")
  func longLine() {
    let line = String(repeating: "a", count: 500) + "誤" + String(repeating: "b", count: 500)
    let place = SourcePlace(path: "a", line: 1, column: 501, lineText: line)
    let lines = DiagnosticReport([Diagnostic(.error, .yamlSyntax, "x", at: place)]).text(.text).split(
      separator: "\n")
    #expect(lines[1].hasPrefix("  …aaa") && lines[1].hasSuffix("bbb…") && lines[1].count < 170)
    #expect(lines[2] == "  " + String(repeating: " ", count: 61) + "^~")
  }

  @Test("what would move the cursor or hide text is shown as a box")
  func controlCharacters() {
    let place = SourcePlace(path: "a", line: 1, column: 1, lineText: "\u{1B}[31m\u{202E}abc")
    let text = DiagnosticReport([Diagnostic(.error, .controlCharacter, "x", at: place)]).text(.text)
    #expect(
      !text.contains("\u{1B}") && !text.contains("\u{202E}") && text.contains("\u{FFFD}[31m\u{FFFD}abc"))
  }

  @Test("programs read one JSON object with the same facts")
  func json() throws {
    let bare = Diagnostic(.warning, .missingReading, "no reading", at: SourcePlace(path: "content/tags/a.md"))
    let text = DiagnosticReport([Self.finding, bare]).text(.json)
    let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(root["errors"] as? Int == 1 && root["warnings"] as? Int == 1)
    let items = try #require(root["diagnostics"] as? [[String: Any]])
    #expect(
      Set(items[0].keys) == [
        "severity", "code", "message", "path", "line", "column", "length", "line_text", "hint",
      ])
    #expect(items[0]["line_text"] as? String == "publishd: 2024-06-11" && items[0]["length"] as? Int == 8)
    #expect(Set(items[1].keys) == ["severity", "code", "message", "path"])
  }

  @Test("no findings are an empty list for programs, and nothing for people")
  func nothing() throws {
    let report = DiagnosticReport([])
    #expect(report.text(.text) == "" && report.text(.github) == "")
    let root = try JSONSerialization.jsonObject(with: Data(report.text(.json).utf8)) as? [String: Any]
    #expect((root?["diagnostics"] as? [Any])?.isEmpty == true)
  }

  @Test("GitHub shows each finding as an annotation of its line")
  func github() {
    #expect(
      DiagnosticReport([Self.finding]).text(.github)
        == "::error file=content/incidents/a.md,line=4,col=1,endColumn=9,title=unknown-key::"
        + "unknown key 'publishd'%0Adid you mean 'published'?\n")
  }

  @Test("what a workflow command would read as its own is escaped")
  func githubEscapes() {
    let place = SourcePlace(path: "content/a:b,c%.md")
    let finding = Diagnostic(.warning, .emptyFile, "100%\n::error::x", at: place)
    #expect(
      DiagnosticReport([finding]).text(.github)
        == "::warning file=content/a%3Ab%2Cc%25.md,title=empty-file::100%25%0A::error::x\n")
  }
}
