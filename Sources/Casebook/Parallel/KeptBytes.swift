import Synchronization

/// Pieces of files that several files hold, each made once, whichever thread needs it first.
///
/// They stand behind one another in large blocks. Ten thousand arrays would lie scattered among what pages allocate
/// for a moment, and the allocator would be slow to find room between them.
final class KeptBytes<Key: Hashable & Sendable>: Sendable {
  private struct Kept: Sendable {
    var blocks: [[UInt8]] = []
    var places: [Key: (block: Int, range: Range<Int>)] = [:]
  }

  private let kept = Mutex(Kept())
  private static var blockLength: Int { 1 << 20 }

  func has(_ key: Key) -> Bool { kept.withLock { $0.places[key] != nil } }

  /// Appends a piece, made if there is none yet.
  func append(_ key: Key, to bytes: inout [UInt8], make: (inout [UInt8]) -> Void) {
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

  /// Keeps a piece. Two workers may have made it at the same time; it is the same then.
  func keep(_ key: Key, _ piece: ArraySlice<UInt8>) {
    kept.withLock { kept in
      guard kept.places[key] == nil else { return }
      let hasRoom = kept.blocks.last.map { $0.count + piece.count <= Self.blockLength } ?? false
      if !hasRoom {
        kept.blocks.append([])
        kept.blocks[kept.blocks.count - 1].reserveCapacity(max(Self.blockLength, piece.count))
      }
      let block = kept.blocks.count - 1
      let start = kept.blocks[block].count
      kept.blocks[block] += piece
      kept.places[key] = (block, start..<start + piece.count)
    }
  }
}
