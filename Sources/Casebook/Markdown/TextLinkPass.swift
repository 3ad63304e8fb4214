import CCmark

/// Passes 3 and 4: case numbers and bare web addresses in text become links.
struct TextLinkPass {
  private let links: ContentLinks

  init(_ links: ContentLinks) {
    self.links = links
  }

  func run(on root: CmarkNode, _ findings: inout MarkdownFindings) {
    for node in root.descendants where node.type == CMARK_NODE_TEXT {
      guard node.withLiteral(TextLinkScanner.mayHaveLinks), !Self.isInsideLink(node) else { continue }
      let pieces = TextLinkScanner(node.literal).pieces
      if pieces.count > 1 || pieces.first?.isText == false { replace(node, with: pieces, &findings) }
    }
  }

  private static func isInsideLink(_ node: CmarkNode) -> Bool {
    var parent = node.parent
    while let current = parent, current.isInline {
      if current.type == CMARK_NODE_LINK || current.type == CMARK_NODE_IMAGE { return true }
      parent = current.parent
    }
    return false
  }

  private func replace(
    _ node: CmarkNode, with pieces: [TextLinkScanner.Piece], _ findings: inout MarkdownFindings
  ) {
    for piece in pieces {
      switch piece {
      case .text(let text): insert(text, url: nil, before: node)
      case .address(let address): insert(address, url: address, before: node)
      case .caseNumber(let text, let number):
        let url = links.url(ofIncident: number)
        if url == nil { report(text, number, in: node.block, &findings) }
        insert(text, url: url, before: node)
      }
    }
    node.remove()
  }

  private func insert(_ text: String, url: String?, before node: CmarkNode) {
    guard let textNode = CmarkNode(new: CMARK_NODE_TEXT) else { return }
    textNode.literal = text
    guard let url, let link = CmarkNode(new: CMARK_NODE_LINK) else { return textNode.insertBefore(node) }
    link.url = url
    link.append(textNode)
    link.insertBefore(node)
  }

  private func report(
    _ text: String, _ number: CaseNumber, in block: CmarkNode, _ findings: inout MarkdownFindings
  ) {
    findings.report(
      .warning, .unknownIncident, "there is no incident #\(number) in this archive", text: text, in: block,
      hint: "mend the number, or add a notice of the case")
  }
}
