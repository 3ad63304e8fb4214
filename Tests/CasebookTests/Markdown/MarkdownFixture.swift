import Foundation

@testable import Casebook

/// Renders Markdown as the body of a notice whose front matter takes ten lines.
struct MarkdownFixture: LinkResolver {
  /// Destinations that exist, without the URL before them; nil takes every destination as it is.
  var files: Set<String>? = ["図 1.png", "other.md", "../2024-217/index.md"]

  func url(ofIncident number: CaseNumber) -> String? {
    number.year == 2024 && number.serial < 900 ? "/archive/incidents/\(number)/" : nil
  }

  func resolve(_ destination: String, from path: String) -> LinkResolution {
    guard let files else { return .url(destination) }
    if destination.hasPrefix("/") { return .url("/archive" + destination) }
    let file = destination.removingPercentEncoding ?? destination
    return files.contains(file)
      ? .url("/archive/published/" + file) : .missing(hint: "no \(file) from \(path)")
  }

  static let frontMatter = String(repeating: "key: 値\n", count: 9) + "---\n"

  static func document(_ markdown: String) -> MarkdownDocument {
    let bytes = Array((frontMatter + markdown).utf8)
    let source = SourceText(path: "content/a.md", bytes: bytes)
    return MarkdownDocument(Body(source: source, range: frontMatter.utf8.count..<bytes.count, firstLine: 11))
  }

  static func render(
    _ markdown: String, _ options: MarkdownOptions = .init(), links: MarkdownFixture = .init()
  ) -> (html: String, diagnostics: [Diagnostic]) {
    var html: [UInt8] = []
    let diagnostics = document(markdown).render(into: &html, links: links, options: options)
    return (String(decoding: html, as: UTF8.self), diagnostics)
  }

  static func html(_ markdown: String) -> String { render(markdown).html }

  /// The findings as `line:column code`, the line that of the body.
  static func findings(_ markdown: String) -> [String] {
    render(markdown).diagnostics.map { finding in
      "\((finding.place?.line ?? 0) - 10):\(finding.place?.column ?? 0) \(finding.code.rawValue)"
    }
  }
}
