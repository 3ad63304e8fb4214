import CCmark

/// The passes over one tree, in their order (DESIGN, section 8).
struct MarkdownPasses {
  private let marks: MarkdownText.Marks?
  private let links: ContentLinks
  private let options: MarkdownOptions
  private(set) var findings: MarkdownFindings

  init(_ body: Body, marks: MarkdownText.Marks?, links: ContentLinks, options: MarkdownOptions) {
    self.marks = marks
    self.links = links
    self.options = options
    findings = MarkdownFindings(body)
  }

  mutating func run(on root: CmarkNode) {
    cmark_consolidate_text_nodes(root.pointer)
    if let marks {
      LiteralEmphasis(marks).run(on: root, &findings)
      MarkRemoval(marks).run(on: root)
    }
    RawHTMLPass().run(on: root, &findings)
    SoftBreakPass().run(on: root)
    TextLinkPass(links).run(on: root, &findings)
    LinkPass(links).run(on: root, &findings)
    TablePass().run(on: root, &findings)
    // Last, because it renders headings: what stands in them must be done.
    HeadingPass(options).run(on: root)
  }
}
