import CCmark

// Pass 2: emphasis next to CJK punctuation. `MarkdownText` has put marks into the text; here they come out again.

/// Takes the marks out of every text of a tree.
struct MarkRemoval {
  private let marks: MarkdownText.Marks

  init(_ marks: MarkdownText.Marks) {
    self.marks = marks
  }

  func run(on root: CmarkNode) {
    for node in root.descendants {
      switch node.type {
      case CMARK_NODE_TEXT: node.literal = marks.removed(from: node.literal)
      case CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK:
        node.literal = marks.removed(from: node.literal, isVerbatim: true)
      case CMARK_NODE_CODE_BLOCK:
        node.literal = marks.removed(from: node.literal, isVerbatim: true)
        node.info = marks.removed(from: node.info)
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        node.url = marks.removed(from: node.url)
        node.title = marks.removed(from: node.title)
      default: break
      }
    }
  }
}

/// Reports `**` that is still literal: its writer meant emphasis.
struct LiteralEmphasis {
  private let marks: MarkdownText.Marks

  init(_ marks: MarkdownText.Marks) {
    self.marks = marks
  }

  /// Reads the tree before the marks are removed: a `\*` is not a `*` yet.
  func run(on root: CmarkNode, _ findings: inout MarkdownFindings) {
    for node in root.descendants where node.type == CMARK_NODE_TEXT {
      let text = node.literal
      guard let range = text.firstRange(of: "**") else { continue }
      let after = marks.removed(from: String(text[range.upperBound...].prefix(4)))
      findings.report(
        .warning, .literalEmphasis, "'**' is shown as it is and makes nothing bold", text: "**" + after,
        in: node.block,
        hint: "remove the space inside of it, close it, or write \\*\\* if it is meant")
    }
  }
}
