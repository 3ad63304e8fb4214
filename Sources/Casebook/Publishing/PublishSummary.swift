/// What publishing did, in files. The manifest itself is not counted.
package struct PublishSummary: Sendable, Hashable {
  /// New, or with other bytes than before.
  package var written = 0
  /// The same bytes as before; the file is the same too, with its modification time.
  package var unchanged = 0
  /// Published before, not any more.
  package var removed = 0
  /// Files and links that others put into the output, and that are still there.
  package var carried = 0
}
