#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The right to be the only build of one output; given up when the process ends, however it ends.
struct OutputLock: Sendable {
  private let file: FileDescriptor

  /// Takes the lock, or fails at once where another build has it.
  init(_ location: OutputLocation) throws(PublishFailure) {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    guard let file = FileDescriptor(owning: open(location.lockFile, flags, 0o666)) else {
      throw .system("create the lock", location.lockFile)
    }
    guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else {
      throw errno == EWOULDBLOCK
        ? .locked(lockFile: location.lockFile) : .system("lock", location.lockFile)
    }
    self.file = file
  }

  /// What the clock says now with which the output's file system stamps files; `nil` where it does not tell.
  ///
  /// The lock file, which is beside the output, takes the time.
  func time() -> FileTime? {
    guard futimens(file.number, nil) == 0 else { return nil }
    return file.status().map { FileState($0).changed }
  }

  /// In steps of a millisecond: a usual clock ticks every ten of them at least, and nobody should wait for another.
  private static let patience = 30

  /// A time after this one, waited for; an earlier one where that takes long.
  func time(after moment: FileTime) -> FileTime? {
    for _ in 0..<Self.patience {
      guard let now = time(), now <= moment else { break }
      usleep(1000)
    }
    return time()
  }

  /// Holds the lock for as long as `body` runs.
  func held<Result>(
    during body: () throws(PublishFailure) -> Result
  ) throws(PublishFailure) -> Result {
    defer { withExtendedLifetime(file) {} }
    return try body()
  }
}
