import Foundation
import Testing

@testable import Casebook

/// The examples of the CommonMark 0.30 specification, where they are there.
@Suite(.enabled(if: CommonMarkExamples.file != nil, "the specification's examples are not there"))
struct CommonMarkTests {
  @Test("an example to which no pass applies is unchanged", arguments: CommonMarkExamples.unchanged)
  func unchanged(_ example: CommonMarkExamples.Example) {
    let levels = example.html.matches(of: /<h([1-6])>/).compactMap { Int($0.1) }
    let rendered = MarkdownFixture.render(
      example.markdown, options: MarkdownOptions(topLevel: levels.min() ?? 2))
    let html = rendered.html.replacing(/(<h[1-6]) id="[^"]*">/) { "\($0.1)>" }
    #expect(html == example.html)
  }

  @Test("few examples are left out, each for a pass that applies to it")
  func excluded() {
    let all = CommonMarkExamples.all
    #expect(all.count == 652)
    #expect(CommonMarkExamples.unchanged.count == 652 - 65 - 15 - 4 - 3)
  }

  @Test("raw HTML of the examples never reaches the page", arguments: CommonMarkExamples.withHTML)
  func rawHTML(_ example: CommonMarkExamples.Example) {
    let html = MarkdownFixture.render(example.markdown).html
    let elements = html.matches(of: /<\/?([A-Za-z!?][^ >]*)/).map { String($0.1).lowercased() }
    let own: Set = [
      "p", "a", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br", "img", "h2",
    ]
    #expect(Set(elements).subtracting(own).isEmpty)
  }
}

enum CommonMarkExamples {
  struct Example: Sendable, Decodable, CustomTestStringConvertible {
    let markdown: String
    let html: String
    let example: Int
    let section: String

    var testDescription: String { "\(example), \(section)" }
  }

  static let file = SharedFolder.file("conformance/commonmark/spec-0.30.json")

  static let all: [Example] =
    file.flatMap { try? Data(contentsOf: $0) }
    .flatMap { try? JSONDecoder().decode([Example].self, from: $0) } ?? []

  /// Examples with raw HTML outside of the sections about it.
  private static let rawHTML: Set<Int> = [
    21, 31, 201, 308, 309, 344, 474, 475, 476, 490, 493, 523, 535, 642, 643,
  ]
  /// Examples with links to addresses that a page of an archive must not lead to.
  private static let unsafeLinks: Set<Int> = [595, 597, 598, 600]
  /// Examples with web addresses in text.
  private static let bareAddresses: Set<Int> = [601, 607, 610]

  static let withHTML = all.filter { hasRawHTML($0) || rawHTML.contains($0.example) }
  static let unchanged = all.filter { example in
    !hasRawHTML(example) && !rawHTML.union(unsafeLinks).union(bareAddresses).contains(example.example)
  }

  private static func hasRawHTML(_ example: Example) -> Bool {
    example.section == "HTML blocks" || example.section == "Raw HTML"
  }
}
