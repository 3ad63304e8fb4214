import Synchronization

/// The Atom entries of notices and articles, each made once.
///
/// A notice is in the feeds of its incidents, organizations and tags, and its Markdown is the dear part of all of
/// them. Its page renders it anyway and leaves the entry here; a feed that comes first makes it itself.
final class AtomEntries: Sendable {
  private let entries = Mutex<[FeedEntry: [UInt8]]>([:])

  /// The entry, made if there is none yet. Two workers may make one at the same time; it is the same then.
  func entry(_ key: FeedEntry, make: () -> [UInt8]) -> [UInt8] {
    if let known = entries.withLock({ $0[key] }) { return known }
    let made = make()
    entries.withLock { $0[key] = made }
    return made
  }
}
