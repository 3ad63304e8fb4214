import CCmark

/// Passes 3 and 4: case numbers and bare web addresses in text become links.
struct TextLinkPass {
  private let resolver: any LinkResolver
  private let text: MarkedText

  init(_ resolver: any LinkResolver, _ text: MarkedText) {
    self.resolver = resolver
    self.text = text
  }

  func run(on nodes: [MarkdownNode], _ findings: inout MarkdownFindings) {
    var repair = AddressRepair(text)
    defer { repair.free() }
    for node in nodes where !repair.spent.contains(node) {
      var literal = node.literal
      repair.run(on: node, &literal)
      let links = TextLinkScanner(literal).links()
      if !links.isEmpty { replace(node, literal, links, &findings) }
    }
  }

  private func replace(
    _ node: MarkdownNode, _ literal: [UInt8], _ links: [TextLinkScanner.Link],
    _ findings: inout MarkdownFindings
  ) {
    var end = 0
    for link in links {
      insert(literal[end..<link.range.lowerBound], url: nil, before: node)
      let text = literal[link.range]
      insert(text, url: url(of: link, Array(text), node, &findings), before: node)
      end = link.range.upperBound
    }
    insert(literal[end...], url: nil, before: node)
    node.remove()
  }

  private func insert(_ text: ArraySlice<UInt8>, url: [UInt8]?, before node: MarkdownNode) {
    guard !text.isEmpty, let textNode = MarkdownNode(text: text) else { return }
    guard let url, let link = MarkdownNode(new: CMARK_NODE_LINK) else { return textNode.insert(before: node) }
    link.setURL(url)
    link.append(textNode)
    link.insert(before: node)
  }

  private func url(
    of link: TextLinkScanner.Link, _ text: [UInt8], _ node: MarkdownNode, _ findings: inout MarkdownFindings
  ) -> [UInt8]? {
    guard case .incident(let number) = link.target else { return text }
    if let number, let url = resolver.url(ofIncident: number) { return Array(url.utf8) }
    let written = String(decoding: text, as: UTF8.self)
    findings.report(
      .init(
        severity: .warning, code: .unknownIncident,
        message: number.map { "there is no incident #\($0) in this archive" }
          ?? "'\(written)' is no case number",
        hint: number == nil
          ? "case numbers have no more zeros than three digits need"
          : "mend the number, or add a notice of the case"),
      text, in: node, offset: link.range.lowerBound)
    return nil
  }
}

/// Joins an address that Markdown has taken apart: the `_x_` of `https://example.jp/_x_/` is no emphasis.
private struct AddressRepair {
  private static let delimiters = ["_", "*", "__", "**"].map { Array($0.utf8) }

  private let text: MarkedText
  /// Each repair searches the text; no real one has so many.
  private var remaining = 100
  /// Texts that are part of others now. They may be among those to look at, and are freed after that.
  private(set) var spent: [MarkdownNode] = []

  init(_ text: MarkedText) {
    self.text = text
  }

  mutating func run(on node: MarkdownNode, _ literal: inout [UInt8]) {
    while remaining > 0, let emphasis = node.next, let inside = emphasized(emphasis),
      let start = openAddress(in: literal),
      let delimiter = delimiter(around: inside, behind: literal[start...])
    {
      remaining -= 1
      literal += delimiter + inside + delimiter
      emphasis.remove()
      if let next = node.next, next.type == CMARK_NODE_TEXT {
        literal += next.literal
        cmark_node_unlink(next.pointer)
        spent.append(next)
      }
      node.setLiteral(literal)
    }
  }

  func free() {
    for node in spent { cmark_node_free(node.pointer) }
  }

  /// Where the address starts that goes on to the end of the text.
  private func openAddress(in literal: [UInt8]) -> Int? {
    guard
      let last = literal.lastIndex(where: { !TextLinkScanner.isAddressCharacter($0) })
        ?? literal.indices.first
    else { return nil }
    let scanner = TextLinkScanner(literal)
    return (last..<literal.count).first { scanner.addressEnd(at: $0) == literal.count }
  }

  /// The text of emphasis that could stand in an address.
  private func emphasized(_ node: MarkdownNode) -> [UInt8]? {
    guard node.type == CMARK_NODE_EMPH || node.type == CMARK_NODE_STRONG, let child = node.firstChild,
      child.type == CMARK_NODE_TEXT, child.next == nil
    else { return nil }
    let inside = child.literal
    return inside.allSatisfy(TextLinkScanner.isAddressCharacter) ? inside : nil
  }

  private func delimiter(around inside: [UInt8], behind address: ArraySlice<UInt8>) -> [UInt8]? {
    Self.delimiters.first { delimiter in
      let whole: [UInt8] = Array(address) + delimiter + inside + delimiter
      return text.bytes.firstIndex(of: whole, from: text.bytes.startIndex) != nil
    }
  }
}
