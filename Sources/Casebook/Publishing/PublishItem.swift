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

  package init(path: OutputPath, content: Content) {
    self.path = path
    self.content = content
  }
}
