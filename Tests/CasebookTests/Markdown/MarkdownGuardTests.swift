import Foundation
import Testing

@testable import Casebook

@Suite("Text that would take too long")
struct MarkdownGuardTests {
  @Test("many open images are an error at the one too many")
  func images() {
    let findings = MarkdownFixture.findings("字\n" + String(repeating: "![", count: 1001) + "[]()")
    #expect(findings == ["2:2001 bracket-run"])
    let many = String(repeating: "![a](other.md)\n\n", count: 1500)
    #expect(MarkdownFixture.findings(many).isEmpty)
  }

  @Test(
    "deep nesting is an error",
    arguments: [
      String(repeating: ">", count: 51), String(repeating: "- ", count: 51) + "a",
      String(repeating: "1. ", count: 51) + "a",
      (0..<60).map { String(repeating: "  ", count: $0) + "- a\n" }.joined(),
    ])
  func depth(markdown: String) {
    #expect(MarkdownFixture.render(markdown).diagnostics.map(\.code) == [.nestingTooDeep])
    #expect(MarkdownFixture.html(markdown).isEmpty)
  }

  @Test("deep emphasis is an error too")
  func emphasis() {
    let markdown = String(repeating: "*a **a ", count: 150) + String(repeating: "b** b* ", count: 150)
    #expect(MarkdownFixture.render(markdown).diagnostics.map(\.code).last == .nestingTooDeep)
  }

  @Test(
    "ordinary text is not",
    arguments: [
      String(repeating: "- ", count: 300), String(repeating: "* ", count: 300),
      String(repeating: ">", count: 20) + " a",
      (0..<15).map { String(repeating: "    ", count: $0) + "- a\n" }.joined(),
      String(repeating: " ", count: 300) + "a - b",
    ])
  func ordinary(markdown: String) {
    #expect(MarkdownFixture.findings(markdown).isEmpty)
  }

  @Test("a hostile text has a bounded number of findings")
  func findings() {
    let diagnostics = MarkdownFixture.render(String(repeating: "#2024-999 ", count: 5000)).diagnostics
    #expect(diagnostics.count == MarkdownFindings.limit + 1)
    #expect(diagnostics.last?.message.contains("more than") == true)
  }

  @Test(
    "no body takes time that grows with its square",
    arguments: [
      "# a\n", "#2024-999 ", "a ** b ", "字**「", "[a](#b) ", "# a\n\n[a](#b)\n\n", "https://a.example/_x_ ",
      "http://-",
      "<b>x ", "```csv\na,b\n1\n```\n", "[a](javascript:x) ", "字\n",
    ])
  func linear(pattern: String) {
    func cost(_ bytes: Int) -> Int {
      let markdown = String(repeating: pattern, count: bytes / pattern.utf8.count)
      let start = Self.threadTime()
      #expect(!MarkdownFixture.html(markdown).isEmpty)
      return Self.threadTime() - start
    }
    // Eight times as long: 8 times the cost where it is linear, 64 times where it grows with the square.
    #expect(cost(64 << 10) < 24 * cost(8 << 10))
  }

  /// In nanoseconds, what this thread has cost: a machine that does other things does not change it.
  private static func threadTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
