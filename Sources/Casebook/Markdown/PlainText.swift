import CCmark

/// The text of a tree without its markup.
enum PlainText {
  /// The text below a node, on one line.
  static func of(_ root: CmarkNode) -> String {
    var text = ""
    for node in root.descendants {
      switch node.type {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: text += node.literal
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
      default: break
      }
    }
    return text
  }

  /// The same, cut to a number of characters; nil when there is no text.
  static func of(_ root: CmarkNode, maximumLength: Int) -> String? {
    let text = of(root)
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    return text.count > maximumLength ? text.prefix(maximumLength - 1) + "…" : text
  }
}
