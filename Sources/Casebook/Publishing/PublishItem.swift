/// One file of the output: where it goes and where its bytes come from.
package struct PublishItem: Sendable {
  package enum Content: Sendable {
    case bytes([UInt8])
    /// Called once, on any thread, with an empty buffer that is used again for other files.
    case rendered(@Sendable (inout [UInt8]) throws -> Void)
    /// The regular file at this path, which must not be relative; copied in pieces, whatever its size.
    case copy(from: String)
  }

  package let path: OutputPath
  package let content: Content
  /// Where the same goes compressed; nil for nowhere. Not for a copy, which is never in memory as a whole.
  package let compressed: OutputPath?

  package init(path: OutputPath, content: Content, compressed: OutputPath? = nil) {
    self.path = path
    self.content = content
    self.compressed = compressed
  }
}
