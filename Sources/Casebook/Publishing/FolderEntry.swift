#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A name in a folder and what has it.
struct FolderEntry: Sendable, Hashable {
  enum Kind: UInt8, Sendable {
    case file
    case folder
    case symbolicLink
    /// A socket, a pipe or a device.
    case special

    init(mode: mode_t) {
      switch mode & S_IFMT {
      case S_IFREG: self = .file
      case S_IFDIR: self = .folder
      case S_IFLNK: self = .symbolicLink
      default: self = .special
      }
    }
  }

  /// Bytes, as a name need not be UTF-8.
  let name: [UInt8]
  let kind: Kind

  /// Everything in an open folder but `.` and `..`; `nil` with `errno`. Closes the descriptor.
  static func all(reading number: Int32) -> [FolderEntry]? {
    guard let stream = fdopendir(number) else {
      let reason = errno
      _ = close(number)
      errno = reason
      return nil
    }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    errno = 0
    while let record = readdir(stream) {
      if let entry = entry(from: record, in: number) { entries.append(entry) }
      errno = 0
    }
    return errno == 0 ? entries : nil
  }

  private static func entry(from record: UnsafeMutablePointer<dirent>, in folder: Int32) -> FolderEntry? {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
    let text = (UnsafeRawPointer(record) + offset).assumingMemoryBound(to: CChar.self)
    let name = UnsafeRawBufferPointer(start: text, count: strlen(text))
    if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { return nil }
    return FolderEntry(name: Array(name), kind: kind(Int32(record.pointee.d_type), text, in: folder))
  }

  private static func kind(_ type: Int32, _ name: UnsafePointer<CChar>, in folder: Int32) -> Kind {
    switch type {
    case Int32(DT_REG): return .file
    case Int32(DT_DIR): return .folder
    case Int32(DT_LNK): return .symbolicLink
    case Int32(DT_UNKNOWN):
      // Some file systems leave it to stat(2).
      var status = stat()
      return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? Kind(mode: status.st_mode) : .special
    default: return .special
    }
  }
}
