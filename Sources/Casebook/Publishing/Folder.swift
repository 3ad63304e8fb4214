import CPlatform

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open folder, and the files at paths relative to it.
///
/// Everything goes through its descriptor: it stays the same folder when its name is exchanged for another.
/// No last component of a path is followed where it is a symbolic link.
struct Folder: Sendable {
  /// For messages only.
  let location: String
  private let descriptor: FileDescriptor

  /// `nil` with `errno` where there is no folder, or a symbolic link in its place.
  init?(at location: String) {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    guard let descriptor = FileDescriptor(owning: open(location, flags)) else { return nil }
    self.location = location
    self.descriptor = descriptor
  }

  /// Opens the folder that must be there.
  static func existing(_ location: String) throws(PublishFailure) -> Folder {
    guard let folder = Folder(at: location) else { throw .system("open the folder", location) }
    return folder
  }

  func location(of path: [UInt8]) -> String {
    "\(location)/\(String(decoding: path, as: UTF8.self))"
  }

  /// Of the folder itself.
  func status() throws(PublishFailure) -> stat {
    guard let status = descriptor.status() else { throw .system("examine", location) }
    return status
  }

  /// Of what is at the path, the link itself where it is one; `nil` where nothing is.
  func status(of path: [UInt8]) -> stat? {
    var status = stat()
    let result = withCPath(path) { fstatat(descriptor.number, $0, &status, AT_SYMLINK_NOFOLLOW) }
    return result == 0 ? status : nil
  }

  /// Opens a file to read it; `nil` with `errno` where that fails. Never waits for a pipe's other end.
  func openFile(_ path: [UInt8]) -> FileDescriptor? {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    return FileDescriptor(owning: withCPath(path) { openat(descriptor.number, $0, flags) })
  }

  func existingFile(_ path: [UInt8]) throws(PublishFailure) -> FileDescriptor {
    guard let file = openFile(path) else { throw .system("open", location(of: path)) }
    return file
  }

  /// Creates a file that is not yet there, and the folders above it.
  func createFile(_ path: [UInt8]) throws(PublishFailure) -> FileDescriptor {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let number = creatingFolders(above: path) { openat(descriptor.number, $0, flags, 0o666) }
    guard let file = FileDescriptor(owning: number) else { throw .system("create", location(of: path)) }
    return file
  }

  /// Creates a file that is not yet there, and the folders above it.
  ///
  /// - Parameter lastFolder: the folder of the file created before; it is not asked for again. Almost every page has
  ///   a folder of its own, so the folder is made first and not after a try without it.
  func createFile(_ path: [UInt8], lastFolder: inout [UInt8]) throws(PublishFailure) -> FileDescriptor {
    let folder = path[..<(path.lastIndex(of: UInt8(ascii: "/")) ?? 0)]
    if !Self.isAt(folder, orAbove: lastFolder) {
      try makeFolder(folder, after: lastFolder)
      lastFolder = Array(folder)
    }
    return try createFile(path)
  }

  /// Creates a folder and those above it from the outermost, but for those in which another is.
  private func makeFolder(_ path: ArraySlice<UInt8>, after other: [UInt8]) throws(PublishFailure) {
    if Self.isAt(path, orAbove: other) { return }
    if let slash = path.lastIndex(of: UInt8(ascii: "/")) { try makeFolder(path[..<slash], after: other) }
    try makeFolder(Array(path))
  }

  /// Whether a path is that of a folder or of one in which it is.
  private static func isAt(_ path: ArraySlice<UInt8>, orAbove folder: [UInt8]) -> Bool {
    path.isEmpty
      || folder.starts(with: path) && (folder.count == path.count || folder[path.count] == UInt8(ascii: "/"))
  }

  /// Opens a file to write it from its start, whether it is there or not.
  func overwriteFile(_ path: [UInt8]) throws(PublishFailure) -> FileDescriptor {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
    let number = withCPath(path) { openat(descriptor.number, $0, flags, 0o666) }
    guard let file = FileDescriptor(owning: number) else { throw .system("create", location(of: path)) }
    return file
  }

  /// Creates a folder, where it is not yet there, and those above it.
  func makeFolder(_ path: [UInt8]) throws(PublishFailure) {
    let result = creatingFolders(above: path) { mkdirat(descriptor.number, $0, 0o777) }
    if result != 0 && errno != EEXIST { throw .system("create the folder", location(of: path)) }
  }

  /// Makes a second name for a file of another folder; false where the file system or its rights refuse.
  func link(_ path: [UInt8], from other: Folder) throws(PublishFailure) -> Bool {
    let result = creatingFolders(above: path) {
      linkat(other.descriptor.number, $0, descriptor.number, $0, 0)
    }
    if result == 0 { return true }
    if [EXDEV, EPERM, EACCES, EMLINK, ENOTSUP, EOPNOTSUPP, ENOSYS].contains(errno) { return false }
    throw .system("link", location(of: path))
  }

  /// Creates a symbolic link with this target, NUL-terminated.
  func makeSymbolicLink(_ path: [UInt8], to target: [CChar]) throws(PublishFailure) {
    let result = creatingFolders(above: path) { symlinkat(target, descriptor.number, $0) }
    if result != 0 { throw .system("create the symbolic link", location(of: path)) }
  }

  /// The target of a symbolic link, NUL-terminated; `nil` with `errno`.
  func target(ofSymbolicLink path: [UInt8]) -> [CChar]? {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = withCPath(path) { readlinkat(descriptor.number, $0, &target, target.count - 1) }
    return length < 0 ? nil : Array(target[...length])
  }

  func setMode(_ mode: mode_t, of path: [UInt8]) throws(PublishFailure) {
    let result = withCPath(path) { fchmodat(descriptor.number, $0, mode & 0o7777, 0) }
    if result != 0 { throw .system("set the mode of", location(of: path)) }
  }

  /// Does nothing where nothing is, be it that a folder above is a file.
  func removeFile(_ path: [UInt8]) throws(PublishFailure) {
    let result = withCPath(path) { unlinkat(descriptor.number, $0, 0) }
    if result != 0 && errno != ENOENT && errno != ENOTDIR { throw .system("remove", location(of: path)) }
  }

  func removeEmptyFolder(_ path: [UInt8]) throws(PublishFailure) {
    let result = withCPath(path) { unlinkat(descriptor.number, $0, AT_REMOVEDIR) }
    if result != 0 && errno != ENOENT { throw .system("remove the folder", location(of: path)) }
  }

  /// Removes the folders above a path, from the innermost, as long as nothing is in them.
  func removeEmptyFolders(above path: [UInt8]) throws(PublishFailure) {
    var path = path[...]
    while let slash = path.lastIndex(of: UInt8(ascii: "/")) {
      path = path[..<slash]
      guard try removeFolderIfEmpty(Array(path)) else { return }
    }
  }

  /// Whether the folder is gone: false where something is in it.
  func removeFolderIfEmpty(_ path: [UInt8]) throws(PublishFailure) -> Bool {
    if withCPath(path, { unlinkat(descriptor.number, $0, AT_REMOVEDIR) }) == 0 || errno == ENOENT {
      return true
    }
    // POSIX allows one of two for a folder that is not empty; the third is for a file.
    guard [ENOTEMPTY, EEXIST, ENOTDIR].contains(errno) else {
      throw .system("remove the folder", location(of: path))
    }
    return false
  }

  /// Removes a file, or a folder with everything in it.
  func removeTree(_ path: [UInt8], _ kind: FolderEntry.Kind) throws(PublishFailure) {
    guard kind == .folder else { return try removeFile(path) }
    for entry in try entries(of: path) { try removeTree(path + [UInt8(ascii: "/")] + entry.name, entry.kind) }
    try removeEmptyFolder(path)
  }

  /// Gives something in the folder another name in it; a file that has that name already is replaced.
  func rename(_ path: [UInt8], to name: [UInt8]) throws(PublishFailure) {
    let result = withCPath(path) { path in
      withCPath(name) { renameat(descriptor.number, path, descriptor.number, $0) }
    }
    if result != 0 { throw .system("rename", location(of: path)) }
  }

  /// Moves a file to the same path of another folder, where it replaces what is there.
  func move(_ path: [UInt8], to other: Folder) throws(PublishFailure) {
    let result = other.creatingFolders(above: path) {
      renameat(descriptor.number, $0, other.descriptor.number, $0)
    }
    if result != 0 { throw .system("move", location(of: path)) }
  }

  /// Has the file system write out what it still holds in memory.
  func synchronize() throws(PublishFailure) {
    if casebook_sync(descriptor.number) != 0 { throw .system("write to the disk", location) }
  }

  /// What is in the folder at the path, in the file system's order; the empty path is the folder itself.
  func entries(of path: [UInt8] = []) throws(PublishFailure) -> [FolderEntry] {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let number = withCPath(path.isEmpty ? [UInt8(ascii: ".")] : path) { openat(descriptor.number, $0, flags) }
    guard number >= 0, let entries = FolderEntry.all(reading: number) else {
      throw .system("read the folder", location(of: path))
    }
    return entries
  }

  private func creatingFolders(
    above path: [UInt8], _ attempt: (UnsafePointer<CChar>) -> Int32
  ) -> Int32 {
    let result = withCPath(path, attempt)
    guard result < 0, errno == ENOENT, let slash = path.lastIndex(of: UInt8(ascii: "/")) else {
      return result
    }
    let made = creatingFolders(above: Array(path[..<slash])) { mkdirat(descriptor.number, $0, 0o777) }
    guard made == 0 || errno == EEXIST else { return made }
    return withCPath(path, attempt)
  }
}

/// Calls `body` with the path and a NUL after it.
private func withCPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
  // On the stack: a build asks for the state of some fifty thousand paths.
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: path.count + 1) { text in
    path.withUnsafeBytes { UnsafeMutableRawBufferPointer(text).copyMemory(from: $0) }
    text[path.count] = 0
    return text.baseAddress.map { body($0) } ?? body("")
  }
}
