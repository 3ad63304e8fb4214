import CCmark

/// Pass 7: links and images lead to what is published; what leads nowhere is an error.
struct LinkPass {
  private let links: ContentLinks

  init(_ links: ContentLinks) {
    self.links = links
  }

  func run(on root: CmarkNode, _ findings: inout MarkdownFindings) {
    let path = findings.body.source.path
    for node in root.descendants where node.type == CMARK_NODE_LINK || node.type == CMARK_NODE_IMAGE {
      let url = node.url
      switch links.resolve(url, from: path) {
      case .url(let resolved): if resolved != url { node.url = resolved }
      case .unsafe:
        node.url = ""
        findings.report(
          .warning, .unsafeLink, "a link to '\(url)' is not allowed and leads nowhere", text: url,
          in: node.block,
          hint: "links lead to http, https, mailto and tel addresses, and to pages and files of this archive")
      case .missing(let hint):
        findings.report(
          .error, .missingLinkTarget, "there is no '\(url)' to link to", text: url, in: node.block, hint: hint
        )
      }
    }
  }
}
