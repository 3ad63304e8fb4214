/// A file of the new archive: what the manifest says of it, and whether it is the old one.
struct StagedFile: Sendable {
  var entry: Manifest.Entry
  /// Of what it was made from; `nil` where it has to be made anew each time.
  let key: SourceHash?
  let origin: Origin
  /// As the new archive's file has it; `nil` where it is no proof of the bytes.
  var state: FileState?
  /// The compressed file that is made of it, if any; there is no room taken for none.
  var compressed: [StagedFile] = []

  enum Origin: Sendable {
    case written
    /// The old archive has these bytes at this path; nothing has been written.
    case unchanged
    /// The same, and it is still the file that the last build left there.
    case untouched
  }
}

/// What a thread keeps from file to file.
struct StagingBuffers {
  /// The thread's number.
  let thread: Int
  var page: [UInt8] = []
  /// The number of the item at hand.
  var item = 0
  /// The entries of files that are in here have no digests yet.
  let digests: DigestQueue
  lazy var gzip = GzipCompressor()
  /// The folder of the file that was written last.
  var lastFolder: [UInt8] = []
  private var disk: [UInt8] = []

  init(thread: Int, _ digests: LateDigests) {
    self.thread = thread
    self.digests = DigestQueue(digests)
  }

  /// Room for at least `count` bytes from the disk.
  mutating func withDisk<Result>(_ count: Int, _ body: (UnsafeMutableRawBufferPointer) -> Result) -> Result {
    if disk.count < count { disk = [UInt8](repeating: 0, count: max(count, 1 << 15)) }
    return disk.withUnsafeMutableBytes { body(.init(rebasing: $0[..<count])) }
  }
}
