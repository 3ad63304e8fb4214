import CCmark

/// One walk over a tree that finds what the passes have to do: most bodies have little of each.
struct TreeSurvey {
  /// Soft breaks that disappear (pass 1).
  private(set) var joinedBreaks: [MarkdownNode] = []
  /// Text outside links that has a `#` or a `://` (passes 3 and 4).
  private(set) var linkableTexts: [MarkdownNode] = []
  private(set) var headings: [MarkdownNode] = []
  private(set) var tables: [MarkdownNode] = []
  private(set) var links: [MarkdownNode] = []
  private(set) var html: [MarkdownNode] = []
  /// The first node that is nested too deep in others.
  private(set) var deepNode: MarkdownNode?

  /// No text needs more, and inserting a node takes libcmark a step for every level.
  static let maximumDepth = 200

  private var depth = 0
  private var linkDepth = 0
  private var breaks = SoftBreaks()

  init(_ root: MarkdownNode) {
    guard let iterator = cmark_iter_new(root.pointer) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = MarkdownNode(cmark_iter_get_node(iterator)) else { break }
      if event == CMARK_EVENT_ENTER { enter(node, node.type) } else { leave(node.type) }
    }
    joinedBreaks = breaks.joined
  }

  private mutating func enter(_ node: MarkdownNode, _ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_TEXT:
      note(text: node)
      return
    case CMARK_NODE_SOFTBREAK: return breaks.note(softBreak: node)
    case CMARK_NODE_CODE: return node.withLiteral { breaks.note(text: $0) }
    case CMARK_NODE_LINEBREAK, CMARK_NODE_THEMATIC_BREAK: return breaks.reset()
    case CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK:
      html.append(node)
      return breaks.reset()
    case CMARK_NODE_CODE_BLOCK:
      if TablePass.isTable(node) { tables.append(node) }
      return breaks.reset()
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      links.append(node)
      linkDepth += 1
      if type == CMARK_NODE_IMAGE { breaks.reset() }
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG: break
    default:
      if type == CMARK_NODE_HEADING { headings.append(node) }
      breaks.reset()
    }
    depth += 1
    if depth > Self.maximumDepth, deepNode == nil { deepNode = node }
  }

  private mutating func leave(_ type: cmark_node_type) {
    depth -= 1
    switch type {
    case CMARK_NODE_LINK: linkDepth -= 1
    case CMARK_NODE_IMAGE:
      linkDepth -= 1
      breaks.reset()
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG: break
    default: breaks.reset()
    }
  }

  private mutating func note(text node: MarkdownNode) {
    node.withLiteral { bytes in
      breaks.note(text: bytes)
      if linkDepth == 0, TextLinkScanner.mayHaveLinks(bytes) { linkableTexts.append(node) }
    }
  }
}
