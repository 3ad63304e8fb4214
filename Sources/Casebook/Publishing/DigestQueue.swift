#if canImport(CIPSecMB)
  import CIPSecMB
#endif

/// Makes digests of files that nobody waits for yet, many at a time.
///
/// SHA-256 (FIPS 180-4) is a chain: each step waits for the one before. Where the processor has the instructions for
/// it, sixteen files are hashed in step, 3.5 times as fast as one after another; or two, twice as fast. For one thread.
final class DigestQueue {
  private let digests: LateDigests
  /// Made for the first file: many builds write none.
  private lazy var hasher = ParallelHasher()
  private var isUsed = false

  /// - Parameter digests: takes what is made.
  init(_ digests: LateDigests) {
    self.digests = digests
  }

  /// Takes a file's bytes; false where they are better hashed at once.
  func add(_ bytes: UnsafeRawBufferPointer, of subject: LateDigests.Subject) -> Bool {
    isUsed = true
    guard let hasher, hasher.canTake(bytes.count) else { return false }
    if !hasher.hasRoom(for: bytes.count) { hasher.finish(into: digests) }
    hasher.add(bytes, of: subject)
    return true
  }

  /// Makes the digests of all files that were taken.
  func finish() { if isUsed { hasher?.finish(into: digests) } }
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
    private var waiting: [(subject: LateDigests.Subject, range: Range<Int>)] = []
    private var length = 0
    /// True when the library has failed, which it never should: then what waits is hashed without it.
    private var hasFailed = false

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

    func canTake(_ count: Int) -> Bool { !hasFailed && count > 0 && count <= Self.maximumLength }

    func hasRoom(for count: Int) -> Bool {
      waiting.count < Self.maximumCount && length + count <= Self.roomLength
    }

    func add(_ bytes: UnsafeRawBufferPointer, of subject: LateDigests.Subject) {
      guard let source = bytes.baseAddress else { return }
      let copy = room + length
      UnsafeMutableRawPointer(copy).copyMemory(from: source, byteCount: bytes.count)
      let digest = UnsafeMutableRawPointer(digests + waiting.count).assumingMemoryBound(to: UInt8.self)
      waiting.append((subject, length..<length + bytes.count))
      length += bytes.count
      if !hasFailed { hasFailed = !casebook_mb_add(manager, copy, UInt64(bytes.count), digest) }
    }

    /// Hashes all that waits.
    func finish(into late: LateDigests) {
      if !hasFailed { hasFailed = !casebook_mb_finish(manager) }
      let bytes = UnsafeRawBufferPointer(start: room, count: length)
      for (index, file) in waiting.enumerated() {
        late[file.subject] = hasFailed ? FileDigest(of: .init(rebasing: bytes[file.range])) : digests[index]
      }
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
