import Synchronization

/// The Atom entries of notices and articles, each made once.
///
/// A notice is in the feeds of its incidents, organizations and tags, and its Markdown is the dear part of all of
/// them. Its page renders it anyway and leaves the entry here; a feed that comes first makes it itself.
final class AtomEntries: Sendable {
  /// Entries stand behind one another in large blocks. An array for each would stay among what pages need for a
  /// moment, and the memory's allocator would be slow to find room between them.
  private struct Kept: Sendable {
    var blocks: [[UInt8]] = []
    var places: [FeedEntry: (block: Int, range: Range<Int>)] = [:]
  }

  private let kept = Mutex(Kept())
  private static let blockLength = 1 << 20

  /// Appends the entry, made if there is none yet.
  func append(_ key: FeedEntry, to bytes: inout [UInt8], make: (inout [UInt8]) -> Void) {
    let isKept = kept.withLock { kept in
      guard let (block, range) = kept.places[key] else { return false }
      bytes += kept.blocks[block][range]
      return true
    }
    if isKept { return }
    let start = bytes.count
    make(&bytes)
    keep(key, bytes[start...])
  }

  func has(_ key: FeedEntry) -> Bool { kept.withLock { $0.places[key] != nil } }

  /// Keeps an entry. Two workers may have made it at the same time; it is the same then.
  func keep(_ key: FeedEntry, _ entry: ArraySlice<UInt8>) {
    kept.withLock { kept in
      guard kept.places[key] == nil else { return }
      let hasRoom = kept.blocks.last.map { $0.count + entry.count <= Self.blockLength } ?? false
      if !hasRoom {
        kept.blocks.append([])
        kept.blocks[kept.blocks.count - 1].reserveCapacity(max(Self.blockLength, entry.count))
      }
      let block = kept.blocks.count - 1
      let start = kept.blocks[block].count
      kept.blocks[block] += entry
      kept.places[key] = (block, start..<start + entry.count)
    }
  }
}
