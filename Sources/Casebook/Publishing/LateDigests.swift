/// The digests of files that came late, each put in by the thread that has the file.
///
/// A place for each, because rows that grow take several times the memory.
final class LateDigests: Sendable {
  // Each place has one thread that writes it, and is read when they are done.
  nonisolated(unsafe) private let places: UnsafeMutableBufferPointer<FileDigest?>
  private let itemCount: Int

  /// What a digest is of.
  struct Subject: Sendable {
    /// The number of an item.
    let item: Int
    /// True for its compressed file.
    let isCompressed: Bool
  }

  /// - Parameter areCompressed: false where no item has a compressed file.
  init(itemCount: Int, areCompressed: Bool) {
    self.itemCount = itemCount
    places = .allocate(capacity: areCompressed ? 2 * itemCount : itemCount)
    places.initialize(repeating: nil)
  }

  deinit { places.deallocate() }

  /// Nil for what did not come late.
  subscript(subject: Subject) -> FileDigest? {
    get { places[place(of: subject)] }
    set { places[place(of: subject)] = newValue }
  }

  private func place(of subject: Subject) -> Int {
    let place = subject.item + (subject.isCompressed ? itemCount : 0)
    precondition(place < places.count, "no item was to have a compressed file")
    return place
  }
}
