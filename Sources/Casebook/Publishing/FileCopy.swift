#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Copies of files that others put into the output, for when the file system refuses a second name.
enum FileCopy {
  /// Copies a regular file with its mode and times.
  static func make(_ path: [UInt8], from old: Folder, to new: Folder) throws(PublishFailure) {
    let source = try old.existingFile(path)
    let target = try new.createFile(path)
    guard let status = source.status() else { throw .system("examine", old.location(of: path)) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      guard let count = buffer.withUnsafeMutableBytes(source.read) else {
        throw .system("read", old.location(of: path))
      }
      if count == 0 { break }
      guard buffer.withUnsafeBytes({ target.write(.init(rebasing: $0[..<count])) }) else {
        throw .system("write", new.location(of: path))
      }
    }
    let times = [status.accessTime, status.modificationTime]
    guard fchmod(target.number, status.st_mode & 0o7777) == 0, futimens(target.number, times) == 0 else {
      throw .system("set the mode and time of", new.location(of: path))
    }
  }

  /// Whether one is what carrying the other over has made of it.
  static func isCopy(
    _ path: [UInt8], in new: Folder, _ copy: stat, of old: Folder, _ original: stat, _ kind: FolderEntry.Kind
  ) -> Bool {
    guard copy.st_mode & S_IFMT == original.st_mode & S_IFMT else { return false }
    if kind == .symbolicLink { return new.target(ofSymbolicLink: path) == old.target(ofSymbolicLink: path) }
    return copy.st_size == original.st_size
      && copy.modificationTime.tv_sec == original.modificationTime.tv_sec
      && copy.modificationTime.tv_nsec == original.modificationTime.tv_nsec
  }
}

extension stat {
  fileprivate var accessTime: timespec {
    #if canImport(Darwin)
      st_atimespec
    #else
      st_atim
    #endif
  }

  fileprivate var modificationTime: timespec {
    #if canImport(Darwin)
      st_mtimespec
    #else
      st_mtim
    #endif
  }
}
