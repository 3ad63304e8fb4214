import CCmark

/// A body as Markdown (CommonMark 0.30): parsed by libcmark, changed by the Japanese passes, rendered by libcmark.
///
/// The passes are those of DESIGN, section 8, in its order. The tree lives as long as one call.
package struct MarkdownDocument {
  private let body: Body

  package init(_ body: Body) {
    self.body = body
  }

  /// Appends the body as HTML.
  ///
  /// - Returns: what was found in it; with an error, nothing may be appended.
  func render(into html: inout [UInt8], links: ContentLinks, options: MarkdownOptions = .init())
    -> [Diagnostic]
  {
    if let fault = MarkdownGuard.fault(in: body) { return [fault] }
    let text = MarkdownText(body.bytes)
    guard let document = CmarkDocument(parsing: text.bytes) else { return [] }
    var passes = MarkdownPasses(body, marks: text.marks, links: links, options: options)
    passes.run(on: document.root)
    document.root.html { html.append(contentsOf: $0) }
    return passes.findings.diagnostics
  }

  /// The first paragraph as plain text; nil when there is none.
  ///
  /// - Parameter maximumLength: in characters; longer text is cut and ends in `…`.
  func firstParagraph(maximumLength: Int) -> String? {
    guard !body.isBlank, MarkdownGuard.fault(in: body) == nil else { return nil }
    let text = MarkdownText(firstBlocks)
    guard let document = CmarkDocument(parsing: text.bytes) else { return nil }
    var node = document.root.firstChild
    while let block = node, block.type != CMARK_NODE_PARAGRAPH { node = block.next }
    guard let node else { return nil }
    if let marks = text.marks { MarkRemoval(marks).run(on: node) }
    SoftBreakPass().run(on: node)
    return PlainText.of(node, maximumLength: maximumLength)
  }

  /// The start of the body up to the end of its first paragraph, or all of it where that is not easily seen:
  /// summaries are made for many pages, and bodies are long.
  private var firstBlocks: ArraySlice<UInt8> {
    let bytes = body.bytes
    guard let start = bytes.firstIndex(where: { $0 != 0x0A }),
      bytes[start] >= 0x80 || Self.isLetter(bytes[start]),
      let end = zip(bytes[start...], bytes[start...].dropFirst()).enumerated()
        .first(where: { $0.element == (0x0A, 0x0A) })?.offset
    else { return bytes }
    return bytes[start...(start + end)]
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
