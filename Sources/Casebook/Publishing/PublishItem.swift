/// One file of the output: where it goes and where its bytes come from.
///
/// A class, because there are many, which are sorted and handed from thread to thread.
package final class PublishItem: Sendable {
  package enum Content: Sendable {
    case bytes([UInt8])
    /// Called at most once, on any thread, with that thread's number, with an empty buffer that is used again for other
    /// files, and with what takes the bytes of a large one meanwhile. False where making it gave more than its bytes, such
    /// as findings, so that it has to be made again each time.
    case rendered(@Sendable (_ thread: Int, inout [UInt8], Drain) throws -> Bool)
    /// The regular file at this path, which must not be relative; copied in pieces, whatever its size.
    case copy(from: String)
  }

  package let path: OutputPath
  package let content: Content
  /// Of everything that its content is made from: when the last build made it from the same, and nobody has changed the
  /// file since, it is not made again. Nil where that cannot be told.
  package let key: SourceHash?
  /// Where the same goes compressed; nil for nowhere. Not for a copy, which is never in memory as a whole.
  package let compressed: OutputPath?

  package init(
    path: OutputPath, key: SourceHash? = nil, content: Content, compressed: OutputPath? = nil
  ) {
    self.path = path
    self.key = key
    self.content = content
    self.compressed = compressed
  }
}
