import CCmark

/// Owns the tree that libcmark makes of Markdown, and frees it.
struct MarkdownTree: ~Copyable {
  let root: MarkdownNode

  /// Parses UTF-8; nil when there is no memory.
  ///
  /// Positions are asked for, because without them libcmark loses count of lines in code spans and HTML.
  init?(parsing markdown: ArraySlice<UInt8>) {
    let document = markdown.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_SOURCEPOS)
      }
    }
    guard let root = MarkdownNode(document) else { return nil }
    self.root = root
  }

  deinit {
    cmark_node_free(root.pointer)
  }

  /// The tree as HTML, in libcmark's safe mode.
  func html() -> [UInt8] {
    guard let text = cmark_render_html(root.pointer, CMARK_OPT_DEFAULT) else { return [] }
    defer { cmark_get_default_mem_allocator().pointee.free(text) }
    return MarkdownNode.withBytes(text) { Array($0) }
  }
}
