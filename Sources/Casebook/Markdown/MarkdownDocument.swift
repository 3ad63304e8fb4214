import CCmark

/// A body as Markdown (CommonMark 0.30): parsed by libcmark, changed by the Japanese passes, rendered by libcmark
/// in safe mode.
///
/// The passes are those of DESIGN, section 8. They work on libcmark's tree, which lives as long as one call, so
/// that bodies can be rendered on several threads.
package struct MarkdownDocument: Sendable {
  private let body: Body

  package init(_ body: Body) {
    self.body = body
  }

  /// Appends the body as HTML.
  ///
  /// - Returns: what was found in it, in the order of the passes; with `nestingTooDeep` or `bracketRun` nothing
  ///   is appended.
  package func render(
    into html: inout [UInt8], links: any LinkResolver, options: MarkdownOptions = .init()
  ) -> [Diagnostic] {
    let (body, findings) = rendered(links: links, options: options)
    body?.append(to: &html)
    return findings
  }

  /// The same, fit for another page too.
  func rendered(links: any LinkResolver, options: MarkdownOptions) -> (
    html: BodyHTML?, findings: [Diagnostic]
  ) {
    if let fault = MarkdownGuard.fault(in: body) { return (nil, [fault]) }
    let text = MarkedText(body.bytes)
    guard let tree = MarkdownTree(parsing: text.bytes) else { return (nil, []) }
    var findings = MarkdownFindings(body, text)
    let result = MarkdownPasses(links, options).run(on: tree.root, text, &findings)
    return (result.map { BodyHTML(tree, $0) }, findings.diagnostics)
  }

  /// The first paragraph as text without markup, at most so many characters; longer text is cut and ends in `…`.
  /// Nil when there is none.
  package func firstParagraph(maximumLength: Int) -> String? {
    withPlainTree { root in
      var block = root.firstChild
      while let node = block, node.type != CMARK_NODE_PARAGRAPH { block = node.next }
      return block.map { PlainText.of($0, limit: maximumLength) }
    }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// All of its text without markup, white space folded.
  package func plainText() -> String {
    withPlainTree { PlainText.of($0) } ?? ""
  }

  /// The case numbers and the destinations without a scheme that the body has, in its order.
  package func references() -> MarkdownReferences {
    // Without these there is nothing to find, which is so for most bodies.
    guard body.bytes.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "#") || $0 == 0xEF })
    else {
      return MarkdownReferences()
    }
    return withPlainTree { MarkdownReferences(TreeSurvey($0)) } ?? MarkdownReferences()
  }

  /// Nil where a guard says no.
  private func withPlainTree<Result>(_ read: (MarkdownNode) -> Result?) -> Result? {
    guard !body.isBlank, MarkdownGuard.fault(in: body) == nil else { return nil }
    let text = MarkedText(body.bytes)
    guard let tree = MarkdownTree(parsing: text.bytes) else { return nil }
    var findings = MarkdownFindings(body, text)
    if let marks = text.marks { EmphasisPass(marks).run(on: tree.root, &findings) }
    for softBreak in TreeSurvey(tree.root).joinedBreaks { softBreak.remove() }
    return read(tree.root)
  }
}
