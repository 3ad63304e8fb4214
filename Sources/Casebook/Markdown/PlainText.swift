import CCmark
import Mustache

/// The text of a tree without its markup.
enum PlainText {
  /// The text below a node, white space folded to single spaces; more characters than the limit are cut, and
  /// the text then ends in `…`.
  static func of(_ root: MarkdownNode, limit: Int = .max) -> String {
    cut(String(decoding: bytes(of: root), as: UTF8.self), to: limit)
  }

  /// The same, whole, as UTF-8.
  static func bytes(of root: MarkdownNode) -> [UInt8] {
    var bytes: [UInt8] = []
    root.walk { node in
      switch node.type {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: node.withLiteral { append($0, to: &bytes) }
      case CMARK_NODE_CODE_BLOCK:
        appendSpace(to: &bytes)
        node.withLiteral { append($0, to: &bytes) }
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
        appendSpace(to: &bytes)
      default: break
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return bytes
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var start = 0
    while start < text.count {
      let end = text.firstIndex(from: start) { $0.marks(below: 0x21) }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
      if end < text.count { appendSpace(to: &bytes) }
      start = end + 1
    }
  }

  private static func appendSpace(to bytes: inout [UInt8]) {
    if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
  }

  private static func cut(_ text: String, to limit: Int) -> String {
    guard limit < text.utf8.count, text.count > limit else { return text }
    return text.prefix(max(0, limit - 1)) + "…"
  }
}
