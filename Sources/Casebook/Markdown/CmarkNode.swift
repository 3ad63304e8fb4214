import CCmark

/// A node of a libcmark tree; the tree's `CmarkDocument` owns it.
struct CmarkNode: Equatable {
  let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  /// A node that is in no tree yet; nil when there is no memory.
  init?(new type: cmark_node_type) {
    self.init(cmark_node_new(type))
  }

  var type: cmark_node_type { cmark_node_get_type(pointer) }
  var parent: CmarkNode? { CmarkNode(cmark_node_parent(pointer)) }
  var next: CmarkNode? { CmarkNode(cmark_node_next(pointer)) }
  var firstChild: CmarkNode? { CmarkNode(cmark_node_first_child(pointer)) }

  /// The lines of the body that a block spans, from 1.
  var lines: ClosedRange<Int> {
    let start = Int(cmark_node_get_start_line(pointer))
    return start...max(start, Int(cmark_node_get_end_line(pointer)))
  }

  /// The text of a text, code or HTML node.
  var literal: String {
    get { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
    nonmutating set { cmark_node_set_literal(pointer, newValue) }
  }

  var url: String {
    get { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
    nonmutating set { cmark_node_set_url(pointer, newValue) }
  }

  var title: String {
    get { cmark_node_get_title(pointer).map { String(cString: $0) } ?? "" }
    nonmutating set { cmark_node_set_title(pointer, newValue) }
  }

  var info: String {
    get { cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? "" }
    nonmutating set { cmark_node_set_fence_info(pointer, newValue) }
  }

  /// The bytes of the literal, without making a string of them.
  func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let text = cmark_node_get_literal(pointer) else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    var count = 0
    while text[count] != 0 { count += 1 }
    return text.withMemoryRebound(to: UInt8.self, capacity: count) { start in
      body(UnsafeBufferPointer(start: start, count: count))
    }
  }

  /// The block that the node is in, or the node itself when it is one.
  var block: CmarkNode {
    var node = self
    while node.isInline, let parent = node.parent { node = parent }
    return node
  }

  var isInline: Bool {
    type.rawValue >= CMARK_NODE_FIRST_INLINE.rawValue && type.rawValue <= CMARK_NODE_LAST_INLINE.rawValue
  }

  func append(_ child: CmarkNode) { cmark_node_append_child(pointer, child.pointer) }
  func insertBefore(_ node: CmarkNode) { cmark_node_insert_before(node.pointer, pointer) }

  /// Takes the node and all in it out of the tree.
  func remove() {
    cmark_node_unlink(pointer)
    cmark_node_free(pointer)
  }

  /// Puts another node in this one's place.
  func replace(with node: CmarkNode) {
    cmark_node_replace(pointer, node.pointer)
    cmark_node_free(pointer)
  }

  /// Every node of the tree below this one, once, in the order of the text.
  ///
  /// The list is made first, so that the tree can be changed while it is walked.
  var descendants: [CmarkNode] {
    guard let iterator = cmark_iter_new(pointer) else { return [] }
    defer { cmark_iter_free(iterator) }
    var nodes: [CmarkNode] = []
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return nodes }
      if event == CMARK_EVENT_ENTER, let node = CmarkNode(cmark_iter_get_node(iterator)), node != self {
        nodes.append(node)
      }
    }
  }

  /// The node and all in it as HTML, in safe mode.
  func html(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard let text = cmark_render_html(pointer, CMARK_OPT_DEFAULT) else { return }
    defer { cmark_get_default_mem_allocator().pointee.free(text) }
    var count = 0
    while text[count] != 0 { count += 1 }
    text.withMemoryRebound(to: UInt8.self, capacity: count) { start in
      body(UnsafeBufferPointer(start: start, count: count))
    }
  }
}

/// Owns a libcmark tree and frees it.
struct CmarkDocument: ~Copyable {
  let root: CmarkNode

  /// Parses Markdown; nil when there is no memory.
  init?(parsing markdown: [UInt8]) {
    let pointer = markdown.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let root = CmarkNode(pointer) else { return nil }
    self.root = root
  }

  deinit {
    cmark_node_free(root.pointer)
  }
}
