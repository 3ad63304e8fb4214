import CCmark

/// Raw HTML becomes text: nothing of it is markup on the page, and nothing of it is lost.
struct RawHTMLPass {
  func run(on root: CmarkNode, _ findings: inout MarkdownFindings) {
    for node in root.descendants {
      switch node.type {
      case CMARK_NODE_HTML_INLINE: replaceInline(node, &findings)
      case CMARK_NODE_HTML_BLOCK: replaceBlock(node, &findings)
      default: break
      }
    }
  }

  private func replaceInline(_ node: CmarkNode, _ findings: inout MarkdownFindings) {
    report(node, &findings)
    guard let text = CmarkNode(new: CMARK_NODE_TEXT) else { return }
    text.literal = node.literal
    node.replace(with: text)
  }

  private func replaceBlock(_ node: CmarkNode, _ findings: inout MarkdownFindings) {
    report(node, &findings)
    guard let paragraph = CmarkNode(new: CMARK_NODE_PARAGRAPH), let text = CmarkNode(new: CMARK_NODE_TEXT)
    else {
      return
    }
    let literal = node.literal
    text.literal = literal.hasSuffix("\n") ? String(literal.dropLast()) : literal
    paragraph.append(text)
    node.replace(with: paragraph)
  }

  private func report(_ node: CmarkNode, _ findings: inout MarkdownFindings) {
    let start = String(node.literal.prefix { $0 != "\n" })
    // A comment is a note to other writers; it shows like all the rest, so that nobody takes it for hidden.
    findings.report(
      .warning, .rawHTML, "HTML is shown as text", text: start, in: node.block,
      hint: "use Markdown, or put it into a code span")
  }
}
