import CCmark

/// Raw HTML becomes text, so that none of it is markup and none of it is lost.
///
/// A comment is the exception: it is left out, as its writer wants it to be.
struct RawHTMLPass {
  func run(on nodes: [MarkdownNode], _ findings: inout MarkdownFindings) {
    for node in nodes {
      var literal = node.literal
      while literal.last == UInt8(ascii: "\n") { literal.removeLast() }
      if Self.isComment(literal) {
        node.remove()
      } else {
        report(literal, node, &findings)
        replace(node, literal)
      }
    }
  }

  private func replace(_ node: MarkdownNode, _ literal: [UInt8]) {
    guard let text = MarkdownNode(text: literal) else { return }
    guard node.type == CMARK_NODE_HTML_BLOCK else { return node.replace(with: text) }
    guard let paragraph = MarkdownNode(new: CMARK_NODE_PARAGRAPH) else { return }
    paragraph.append(text)
    node.replace(with: paragraph)
  }

  private func report(_ literal: [UInt8], _ node: MarkdownNode, _ findings: inout MarkdownFindings) {
    findings.report(
      .init(
        severity: .warning, code: .rawHTML, message: "HTML is shown as text",
        hint: "write it in Markdown (a '\\' at the end of a line breaks it), or put it into a code span"),
      Array(literal.prefix { $0 != UInt8(ascii: "\n") }), in: node)
  }

  /// True when there is one comment and nothing behind it.
  private static func isComment(_ literal: [UInt8]) -> Bool {
    guard literal.starts(with: Array("<!--".utf8)) else { return false }
    guard let end = literal[4...].firstIndex(of: Array("-->".utf8), from: 4) else { return true }
    return literal[(end + 3)...].allSatisfy { $0 <= 0x20 }
  }
}
