struct MarkdownDocument {
  init(_ body: Body) {}
  func render(into html: inout [UInt8], links: ContentLinks) -> [Diagnostic] { [] }
  func firstParagraph(maximumLength: Int) -> String? { nil }
}
struct ContentLinks: Sendable { init(_ archive: Archive) {} }
