import Foundation
import TestSupport
import Testing

@testable import Casebook

struct FrontMatterTests {
  private typealias Parts = (body: String?, firstLine: Int?, codes: [String])

  /// What is read of a text, which is the same whether libyaml alone composes it or not.
  private func read(_ text: String) -> Parts {
    let parts = read(text, isOddToYAML: false)
    #expect(parts == read(text, isOddToYAML: true))
    return parts
  }

  private func read(_ text: String, isOddToYAML: Bool) -> Parts {
    var diagnostics: [Diagnostic] = []
    var yaml = YAMLTree()
    let source = SourceText(path: "content/a.md", bytes: Array(text.utf8), isOddToYAML: isOddToYAML)
    let body = FrontMatter.read(source, into: &yaml, &diagnostics)
    return (
      body.map { String(decoding: $0.bytes, as: UTF8.self) }, body?.firstLine,
      diagnostics.map { "\($0.code.rawValue) \($0.place?.line ?? 0):\($0.place?.column ?? 0)" }
    )
  }

  @Test("the body starts on the line after the second ---")
  func body() {
    let parts = read("---\ntitle: あ\n---\n本文\n\n---\n罫線の後\n")
    #expect(parts.body == "本文\n\n---\n罫線の後\n")
    #expect(parts.firstLine == 4)
  }

  @Test("front matter may be empty, and the file may end with it")
  func empty() {
    #expect(read("---\n---\n").body == "")
    #expect(read("---\ntitle: あ\n---").body == "")
  }

  @Test(
    "a file that does not start with --- is refused",
    arguments: ["title: あ\n---\n", "\n---\n---\n", " ---\n---\n", "----\n---\n"])
  func missing(_ text: String) {
    #expect(read(text).codes == ["missing-front-matter 1:1"])
  }

  @Test(
    "front matter that is not closed is refused",
    arguments: ["---\ntitle: あ\n", "---\ntitle: あ\n----\n", "---\ntitle: あ\n ---\n"])
  func unclosed(_ text: String) {
    #expect(read(text).codes == ["unclosed-front-matter 1:1"])
  }

  @Test(
    "what YAML could smuggle in is refused where it stands",
    arguments: [
      ("a: &x 1", "yaml-anchor 2:4"), ("a: *x", "yaml-alias 2:4"), ("a: !!str 1", "yaml-tag 2:4"),
      ("a: !local 1", "yaml-tag 2:4"),
      ("a: 1\na: 2", "duplicate-key 3:1"), ("a: {b: 1, b: 2}", "duplicate-key 2:11"),
      ("<<: *x", "yaml-alias 2:5"),
      ("a: [1, 2", "yaml-syntax 3:1"), ("a: b: c", "yaml-syntax 2:5"), ("\ta: 1", "yaml-syntax 2:1"),
    ])
  func refused(_ yaml: String, _ code: String) {
    #expect(read("---\n\(yaml)\n---\n").codes == [code])
  }

  @Test("columns are counted in characters, not in bytes")
  func columns() {
    #expect(read("---\n日本語: {鍵: &x 1}\n---\n").codes == ["yaml-anchor 2:10"])
  }

  @Test("a nest of a thousand lists is refused at once")
  func deep() {
    let nest = String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000)
    #expect(read("---\na: \(nest)\n---\n").codes.map { $0.prefix(13) } == ["yaml-too-deep"])
  }

  @Test("a file of 5 MB is refused without being read")
  func large() throws {
    let fixture = try ArchiveFixture()
    let line = String(repeating: "あ", count: 100) + "\n"
    try fixture.write(
      Sample.notice() + String(repeating: line, count: 5_000_000 / line.utf8.count), "content/incidents/a.md")
    let report = fixture.load().report
    #expect(report.diagnostics.map(\.code) == [.fileTooLarge])
    #expect(report.diagnostics.first?.place?.path == "content/incidents/a.md")
  }

  @Test("a file of 1 MB is read")
  func justSmallEnough() throws {
    let text = Sample.notice()
    let fixture = try ArchiveFixture()
    try fixture.write(
      text + String(repeating: "a", count: (1 << 20) - text.utf8.count), "content/incidents/a.md")
    #expect(try fixture.archive().notices.count == 1)
  }
}
