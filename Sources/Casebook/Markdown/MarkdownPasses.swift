import CCmark

/// The passes over one tree.
struct MarkdownPasses {
  private let resolver: any LinkResolver
  private let options: MarkdownOptions

  init(_ resolver: any LinkResolver, _ options: MarkdownOptions) {
    self.resolver = resolver
    self.options = options
  }

  /// What the HTML needs beside the tree.
  struct Result {
    let headings: HeadingPass
    let placed: PlacedHeadings
    let hasFragmentLinks: Bool
  }

  /// Nil when the tree is not fit to be rendered.
  func run(on root: MarkdownNode, _ text: MarkedText, _ findings: inout MarkdownFindings) -> Result? {
    // The marks come out before anything looks at the text; what they are for was done by the parser.
    if let marks = text.marks {
      EmphasisPass(marks).run(on: root, &findings)
    } else if text.hasStars {
      reportStars(in: root, &findings)
    }
    CharacterReferencePass().run(on: root, text, &findings)
    let survey = TreeSurvey(root)
    if let node = survey.deepNode {
      findings.report(Self.tooDeep, [], in: node)
      return nil
    }
    for softBreak in survey.joinedBreaks { softBreak.remove() }
    RawHTMLPass().run(on: survey.html, &findings)
    TextLinkPass(resolver, text).run(on: survey.linkableTexts, &findings)
    let headings = HeadingPass(survey.headings)
    let placed = headings.placed(options)
    TablePass().run(on: survey.tables, &findings)
    var links = LinkPass(resolver, ids: placed.ids, idPrefix: options.idPrefix)
    links.run(on: survey.links, &findings)
    return Result(headings: headings, placed: placed, hasFragmentLinks: links.hasFragmentLinks)
  }

  private func reportStars(in root: MarkdownNode, _ findings: inout MarkdownFindings) {
    root.walk { node in
      guard node.type == CMARK_NODE_TEXT,
        node.withLiteral({ $0.firstIndex(ofByte: UInt8(ascii: "*")) != nil })
      else { return }
      LiteralStars(nil).report(in: node, &findings)
    }
  }

  private static let tooDeep = MarkdownFindings.Finding(
    severity: .error, code: .nestingTooDeep,
    message: "the text is nested deeper than \(TreeSurvey.maximumDepth) levels",
    hint: "close emphasis and links before others are opened")
}
