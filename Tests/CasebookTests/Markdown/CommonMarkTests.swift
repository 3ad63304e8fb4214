import Foundation
import Testing

@testable import Casebook

/// The examples of CommonMark 0.30, rendered as every body is, with every destination published as it is written.
@Suite("CommonMark 0.30", .enabled(if: CommonMarkExample.all != nil))
struct CommonMarkTests {
  @Test("examples are unchanged where no pass applies")
  func unchanged() throws {
    let examples = try #require(CommonMarkExample.all)
    var changed: [String: [Int]] = [:]
    for example in examples {
      let result = MarkdownFixture.render(
        example.markdown, MarkdownOptions(topLevel: Self.topLevel(of: example.html)),
        links: MarkdownFixture(files: nil))
      let html = result.html.replacing(/<h([1-6]) id="[^"]*">/) { "<h\($0.1)>" }
      guard html != example.html else { continue }
      changed[Self.reason(example, result.diagnostics), default: []].append(example.example)
      if Self.reason(example, result.diagnostics) == "?" {
        Issue.record("example \(example.example) is changed:\n\(html)")
      }
    }
    #expect(changed.mapValues(\.count) == Self.expected, "\(changed)")
  }

  /// What changes examples, and how many.
  private static let expected = [
    "raw HTML is text": 71, "other schemes are no links": 4, "bare addresses are links": 3,
  ]

  private static func topLevel(of html: String) -> Int {
    html.matches(of: /<h([1-6])>/).compactMap { Int($0.1) }.min() ?? 2
  }

  private static func reason(_ example: CommonMarkExample, _ diagnostics: [Diagnostic]) -> String {
    if example.html.contains("<!--") || diagnostics.contains(where: { $0.code == .rawHTML }) {
      return "raw HTML is text"
    }
    if diagnostics.contains(where: { $0.code == .unsafeLink }) { return "other schemes are no links" }
    if example.markdown.contains("http://") || example.markdown.contains("https://") {
      return "bare addresses are links"
    }
    return "?"
  }
}
