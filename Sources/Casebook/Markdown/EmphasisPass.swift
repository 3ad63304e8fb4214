import CCmark

/// Pass 2, after parsing: takes the marks out of the tree, and reports `*` that stayed literal.
struct EmphasisPass {
  private let marks: EmphasisMarks

  init(_ marks: EmphasisMarks) {
    self.marks = marks
  }

  func run(on root: MarkdownNode, _ findings: inout MarkdownFindings) {
    root.walk { node in
      switch node.type {
      case CMARK_NODE_TEXT:
        if node.withLiteral({ $0.firstIndex(ofByte: UInt8(ascii: "*")) != nil }) {
          LiteralStars(marks).report(in: node, &findings)
        }
        strip(cmark_node_get_literal, node, node.setLiteral)
      case CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK:
        strip(cmark_node_get_literal, node, node.setLiteral)
      case CMARK_NODE_CODE_BLOCK:
        strip(cmark_node_get_literal, node, node.setLiteral)
        strip(cmark_node_get_fence_info, node, node.setFenceInfo)
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        strip(cmark_node_get_url, node, node.setURL)
        strip(cmark_node_get_title, node, node.setTitle)
      default: break
      }
    }
  }

  private func strip(
    _ get: (OpaquePointer?) -> UnsafePointer<CChar>?, _ node: MarkdownNode, _ set: ([UInt8]) -> Void
  ) {
    if let plain = MarkdownNode.withBytes(get(node.pointer), marks.removed) { set(plain) }
  }
}

/// Finds `*` in text that its writer meant as emphasis: it was not escaped and yet is there.
struct LiteralStars {
  private struct Run {
    let start: Int
    let length: Int
    let before: UInt8
    let after: UInt8
  }

  private let marks: EmphasisMarks?

  /// - Parameter marks: those of the text; nil when it needed none.
  init(_ marks: EmphasisMarks?) {
    self.marks = marks
  }

  func report(in node: MarkdownNode, _ findings: inout MarkdownFindings) {
    let runs = self.runs(of: node.literal)
    for (index, run) in runs.enumerated() {
      let isPair = index + 1 < runs.count && Self.isPair(run, runs[index + 1])
      guard (2...3).contains(run.length) && !Self.isPower(run) || isPair else { continue }
      let stars = String(repeating: "*", count: run.length)
      findings.report(
        .init(
          severity: .warning, code: .literalEmphasis,
          message: "'\(stars)' is shown as it is and emphasizes nothing",
          hint: "close it, take out the space inside it, or write \\* for a sign that is meant"),
        Array(stars.utf8), in: node, offset: run.start)
    }
  }

  /// `2**10`
  private static func isPower(_ run: Run) -> Bool {
    (0x30...0x39).contains(run.before) && (0x30...0x39).contains(run.after)
  }

  /// A single `*` is a footnote's sign or a product more often than not: only two that stand around something,
  /// like brackets, are taken for emphasis.
  private static func isPair(_ first: Run, _ second: Run) -> Bool {
    first.length == 1 && second.length == 1 && first.after > 0x20 && second.before > 0x20
      && !(0x30...0x39).contains(first.after)
  }

  private func runs(of text: [UInt8]) -> [Run] {
    var runs: [Run] = []
    var index = 0
    while let start = text[index...].firstIndex(of: UInt8(ascii: "*")) {
      var end = start
      while end < text.count, text[end] == UInt8(ascii: "*") { end += 1 }
      let isEscaped = marks.map { $0.isMark($0.escape, at: end, of: text) } ?? false
      let length = end - start - (isEscaped ? 1 : 0)
      if length > 0 {
        runs.append(
          Run(
            start: start, length: length, before: start > 0 ? text[start - 1] : 0,
            after: end < text.count ? text[end] : 0))
      }
      index = end
    }
    return runs
  }
}
