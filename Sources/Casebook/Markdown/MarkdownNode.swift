import CCmark
import Foundation

/// A node of a libcmark tree, which a `MarkdownTree` owns.
struct MarkdownNode: Equatable {
  let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  /// A node that stands in no tree yet; whoever makes it puts it into one. Nil when there is no memory.
  init?(new type: cmark_node_type) {
    self.init(cmark_node_new(type))
  }

  /// A text node that stands in no tree yet.
  init?(text: some Sequence<UInt8>) {
    self.init(new: CMARK_NODE_TEXT)
    setLiteral(text)
  }

  var type: cmark_node_type { cmark_node_get_type(pointer) }
  var parent: MarkdownNode? { MarkdownNode(cmark_node_parent(pointer)) }
  var next: MarkdownNode? { MarkdownNode(cmark_node_next(pointer)) }
  var firstChild: MarkdownNode? { MarkdownNode(cmark_node_first_child(pointer)) }
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  /// From 1, in bytes, without what stands before a continued line of a quote or list.
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

  var literal: [UInt8] { Self.bytes(cmark_node_get_literal(pointer)) }
  var url: [UInt8] { Self.bytes(cmark_node_get_url(pointer)) }
  var title: [UInt8] { Self.bytes(cmark_node_get_title(pointer)) }
  var fenceInfo: [UInt8] { Self.bytes(cmark_node_get_fence_info(pointer)) }

  func setLiteral(_ bytes: some Sequence<UInt8>) {
    Self.withCString(bytes) { cmark_node_set_literal(pointer, $0) }
  }
  func setURL(_ bytes: some Sequence<UInt8>) { Self.withCString(bytes) { cmark_node_set_url(pointer, $0) } }
  func setTitle(_ bytes: some Sequence<UInt8>) {
    Self.withCString(bytes) { cmark_node_set_title(pointer, $0) }
  }
  func setFenceInfo(_ bytes: some Sequence<UInt8>) {
    Self.withCString(bytes) { cmark_node_set_fence_info(pointer, $0) }
  }
  func setOnEnter(_ bytes: some Sequence<UInt8>) {
    Self.withCString(bytes) { cmark_node_set_on_enter(pointer, $0) }
  }
  func setOnExit(_ bytes: some Sequence<UInt8>) {
    Self.withCString(bytes) { cmark_node_set_on_exit(pointer, $0) }
  }

  /// The block that the node is in, or the node itself where it is one.
  var block: MarkdownNode {
    var node = self
    while node.type.rawValue >= CMARK_NODE_FIRST_INLINE.rawValue, let parent = node.parent { node = parent }
    return node
  }

  func append(_ child: MarkdownNode) { cmark_node_append_child(pointer, child.pointer) }

  func insert(before node: MarkdownNode) { cmark_node_insert_before(node.pointer, pointer) }

  /// Takes the node and what is below it out of the tree and frees it.
  func remove() {
    cmark_node_unlink(pointer)
    cmark_node_free(pointer)
  }

  /// Puts another node in the place of this one, which is freed.
  func replace(with node: MarkdownNode) {
    cmark_node_replace(pointer, node.pointer)
    cmark_node_free(pointer)
  }

  /// Puts the children in the place of the node.
  func replaceWithChildren() {
    while let child = firstChild { child.insert(before: self) }
    remove()
  }

  /// Calls a function for the node and all below it, in the order of the text, on entering each. The function
  /// changes no structure.
  func walk(_ visit: (MarkdownNode) -> Void) {
    guard let iterator = cmark_iter_new(pointer) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      if event == CMARK_EVENT_ENTER, let node = MarkdownNode(cmark_iter_get_node(iterator)) { visit(node) }
    }
  }

  /// Calls a function with the literal where it lies.
  func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    Self.withBytes(cmark_node_get_literal(pointer), body)
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
    withBytes(text) { Array($0) }
  }

  static func withBytes<Result>(
    _ text: UnsafePointer<CChar>?, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard let text else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let bytes = UnsafeRawBufferPointer(start: text, count: strlen(text))
    return body(bytes.assumingMemoryBound(to: UInt8.self))
  }

  private static func withCString(_ bytes: some Sequence<UInt8>, _ body: (UnsafePointer<CChar>?) -> Int32) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.underestimatedCount + 1)
    text.append(contentsOf: bytes)
    text.append(0)
    _ = text.withUnsafeBytes { body($0.assumingMemoryBound(to: CChar.self).baseAddress) }
  }
}
