/// The digests of files that came late, each put in by the thread that has the file.
///
/// A place for each, because rows that grow take several times the memory.
final class LateDigests: Sendable {
  // Each place has one thread that writes it, and is read when they are done.
  nonisolated(unsafe) private let places: UnsafeMutableBufferPointer<FileDigest?>

  /// What a digest is of.
  struct Subject: Sendable {
    fileprivate let place: Int

    /// The file of an item, by the item's number, or its compressed file.
    init(item: Int, isCompressed: Bool) {
      place = 2 * item + (isCompressed ? 1 : 0)
    }
  }

  init(itemCount: Int) {
    places = .allocate(capacity: 2 * itemCount)
    places.initialize(repeating: nil)
  }

  deinit { places.deallocate() }

  /// Nil for what did not come late.
  subscript(subject: Subject) -> FileDigest? {
    get { places[subject.place] }
    set { places[subject.place] = newValue }
  }
}
