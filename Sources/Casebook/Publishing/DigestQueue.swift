#if canImport(CIPSecMB)
  import CIPSecMB
#endif

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

/// Makes digests of files that nobody waits for yet, many at a time.
///
/// SHA-256 (FIPS 180-4) is a chain: each step waits for the one before. Where the processor has the instructions for
/// it, sixteen files are hashed in step, 3.5 times as fast as one after another. For one thread.
final class DigestQueue {
  private let digests: LateDigests
  private let hasher = ParallelHasher()

  /// - Parameter digests: takes what is made.
  init(_ digests: LateDigests) {
    self.digests = digests
  }

  /// Takes a file's bytes; false where they are better hashed at once.
  func add(_ bytes: UnsafeRawBufferPointer, of subject: LateDigests.Subject) -> Bool {
    guard let hasher, hasher.canTake(bytes.count) else { return false }
    if !hasher.hasRoom(for: bytes.count) { hasher.finish(into: digests) }
    hasher.add(bytes, of: subject)
    return true
  }

  /// Makes the digests of all files that were taken.
  func finish() { hasher?.finish(into: digests) }
}

#if canImport(CIPSecMB)
  /// Hashes files with Intel's library.
  private final class ParallelHasher {
    /// In bytes, of all files that wait: what stays in the processor's cache.
    private static let roomLength = 1 << 19
    /// In bytes: the library counts them with 16 bits, and not quite to the end.
    private static let maximumLength = 65_000
    /// So many files can wait in the library.
    private static let maximumCount = Int(IMB_MAX_JOBS)

    private let manager: UnsafeMutablePointer<IMB_MGR>
    /// The files' bytes, one behind another, and a digest for each. The library has the addresses of both.
    private let room: UnsafeMutablePointer<UInt8>
    private let digests: UnsafeMutablePointer<FileDigest>
    private var waiting: [LateDigests.Subject] = []
    private var length = 0

    /// Nil where this processor cannot hash files side by side.
    init?() {
      guard let manager = casebook_mb_manager() else { return nil }
      self.manager = manager
      room = .allocate(capacity: Self.roomLength)
      digests = .allocate(capacity: Self.maximumCount)
      digests.initialize(repeating: FileDigest(), count: Self.maximumCount)
    }

    deinit {
      free_mb_mgr(manager)
      room.deallocate()
      digests.deallocate()
    }

    func canTake(_ count: Int) -> Bool { count > 0 && count <= Self.maximumLength }

    func hasRoom(for count: Int) -> Bool {
      waiting.count < Self.maximumCount && length + count <= Self.roomLength
    }

    func add(_ bytes: UnsafeRawBufferPointer, of subject: LateDigests.Subject) {
      guard let source = bytes.baseAddress else { return }
      let copy = room + length
      UnsafeMutableRawPointer(copy).copyMemory(from: source, byteCount: bytes.count)
      let digest = UnsafeMutableRawPointer(digests + waiting.count).assumingMemoryBound(to: UInt8.self)
      length += bytes.count
      waiting.append(subject)
      precondition(casebook_mb_add(manager, copy, UInt64(bytes.count), digest), "the library refused a file")
    }

    /// Hashes all that waits.
    func finish(into late: LateDigests) {
      precondition(casebook_mb_finish(manager), "the library failed to hash a file")
      for (index, subject) in waiting.enumerated() { late[subject] = digests[index] }
      waiting.removeAll(keepingCapacity: true)
      length = 0
    }
  }
#else
  /// Here files are hashed one after another.
  private struct ParallelHasher {
    init?() { return nil }

    func canTake(_: Int) -> Bool { false }
    func hasRoom(for _: Int) -> Bool { false }
    func add(_: UnsafeRawBufferPointer, of _: LateDigests.Subject) {}
    func finish(into _: LateDigests) {}
  }
#endif
