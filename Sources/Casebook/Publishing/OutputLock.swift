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

  /// Holds the lock for as long as `body` runs.
  func held<Result>(
    during body: () throws(PublishFailure) -> Result
  ) throws(PublishFailure) -> Result {
    defer { withExtendedLifetime(file) {} }
    return try body()
  }
}
