/// A file of the new archive: what the manifest says of it, and whether it is the old one.
struct StagedFile: Sendable {
  let entry: Manifest.Entry
  /// The old archive has these bytes at this path; nothing has been written.
  let isUnchanged: Bool
}

/// What a thread keeps from file to file.
struct StagingBuffers {
  var page: [UInt8] = []
  lazy var gzip = GzipCompressor()
  /// The folder of the file that was written last.
  var lastFolder: [UInt8] = []
  private var disk: [UInt8] = []

  /// Room for at least `count` bytes from the disk.
  mutating func withDisk<Result>(_ count: Int, _ body: (UnsafeMutableRawBufferPointer) -> Result) -> Result {
    if disk.count < count { disk = [UInt8](repeating: 0, count: max(count, 1 << 15)) }
    return disk.withUnsafeMutableBytes { body(.init(rebasing: $0[..<count])) }
  }
}
