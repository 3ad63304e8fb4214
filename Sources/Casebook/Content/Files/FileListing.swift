import Foundation

#if canImport(Darwin)
  private typealias DirectoryStream = UnsafeMutablePointer<DIR>
#else
  private typealias DirectoryStream = OpaquePointer
#endif

/// The files of a folder and of the folders in it, as paths from that folder, in the order of their bytes.
///
/// The order does not depend on the file system, so that nothing that is made of it does.
package struct FileListing: Sendable {
  /// A file that can be read, by its path from the listed folder.
  package struct File: Sendable, Hashable {
    package let path: String
    package let state: FileState
    var isLink = false

    var size: Int { state.size }
  }

  package private(set) var files: [File] = []
  package private(set) var diagnostics: [Diagnostic] = []

  private let root: String
  private let prefix: String
  private let realRoot: String

  /// Lists a folder.
  ///
  /// - Parameters:
  ///   - root: the folder's path in the file system.
  ///   - prefix: what diagnostics put before the paths, such as `content/`.
  ///   - parallel: what looks at the entries of large folders.
  package init(root: String, prefix: String, parallel: ParallelMap = ParallelMap(jobs: 1)) {
    self.root = root
    self.prefix = prefix
    realRoot = Self.realPath(root) ?? root
    list("", parallel)
    // Almost in order already, since each folder's names are.
    files.sort { PathOrder.precedes($0.path, $1.path) }
  }

  /// Left aside: what editors and operating systems drop into folders.
  package static func isIgnored(_ name: String) -> Bool {
    // Few names start or end like one of these.
    switch (name.utf8.first, name.utf8.last) {
    case (UInt8(ascii: "."), _), (UInt8(ascii: "T"), _), (UInt8(ascii: "4"), _), (_, UInt8(ascii: "~")),
      (_, UInt8(ascii: "p")), (_, UInt8(ascii: "x")):
      break
    default: return false
    }
    return name == ".DS_Store" || name == "Thumbs.db" || name == ".gitkeep" || name == ".gitignore"
      || name.hasSuffix("~")
      || name.hasPrefix(".#") || name.hasSuffix(".swp") || name.hasSuffix(".swx") || name == "4913"
  }

  /// Looks again at some paths and at everything below them; the listing is then as a new one would be.
  ///
  /// - Parameter paths: paths from the listed folder of what was made, changed or removed.
  package mutating func update(_ paths: Set<String>) {
    for path in paths.union(unsettledPaths) {
      forget(path)
      guard !path.split(separator: "/").contains(where: { Self.isIgnored(String($0)) }) else { continue }
      var found = self
      found.files = []
      found.diagnostics = []
      var status = stat()
      if lstat(root + "/" + path, &status) == 0 { found.visit(path, ParallelMap(jobs: 1)) }
      insert(found)
    }
  }

  /// True for a file of the listing, and for a folder with one.
  package func contains(_ path: String) -> Bool {
    !PathOrder.positions(of: path, in: files, \.path).isEmpty
      || !PathOrder.positions(below: path, in: files, \.path).isEmpty
  }

  /// True when some of it can change with files elsewhere.
  var hasUnsettled: Bool { !diagnostics.isEmpty || files.contains(where: \.isLink) }

  /// What changes with files elsewhere: symbolic links, and what was refused.
  private var unsettledPaths: [String] {
    let refused = diagnostics.compactMap(\.place?.path).map { $0.dropFirst(prefix.utf8.count) }
    return files.lazy.filter(\.isLink).map(\.path)
      + refused.map { String($0.hasSuffix("/") ? $0.dropLast() : $0) }.filter { !$0.isEmpty }
  }

  private mutating func forget(_ path: String) {
    files.removeSubrange(PathOrder.positions(of: path, in: files, \.path))
    files.removeSubrange(PathOrder.positions(below: path, in: files, \.path))
    let name = prefix + path
    diagnostics.removeAll { diagnostic in
      diagnostic.place.map { $0.path == name || $0.path.hasPrefix(name + "/") } ?? false
    }
  }

  private mutating func insert(_ found: FileListing) {
    for file in found.files { files.insert(file, at: PathOrder.position(of: file.path, in: files, \.path)) }
    diagnostics += found.diagnostics
  }

  /// A folder with fewer entries is listed by one thread.
  private static let parallelEntries = 64

  /// What stands at a path.
  private enum Entry: Sendable {
    case file(FileState)
    case folder
    case link
    case other
    case unreadable(String)

    /// - Parameter status: what the system says; nil where it has put an error into `errno`.
    init(_ status: stat?) {
      guard let status else {
        self = .unreadable(FileListing.systemMessage())
        return
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG: self = .file(FileState(status))
      case S_IFDIR: self = .folder
      case S_IFLNK: self = .link
      default: self = .other
      }
    }
  }

  private mutating func list(_ folder: String, _ parallel: ParallelMap) {
    let entries = entries(in: folder, parallel)
    guard entries.count >= Self.parallelEntries, parallel.jobs > 1 else {
      for (name, entry) in entries { add(entry, at: folder + name, parallel) }
      return
    }
    var empty = self
    empty.files = []
    empty.diagnostics = []
    let parts = parallel.map(entries) { [empty] name, entry in
      var part = empty
      part.add(entry, at: folder + name, ParallelMap(jobs: 1))
      return part
    }
    let count = files.count + parts.reduce(0) { $0 + $1.files.count }
    // Twice as much at least, or each of many folders would have all that was found before copied.
    if count > files.capacity { files.reserveCapacity(max(count, 2 * files.count)) }
    for part in parts {
      files += part.files
      diagnostics += part.diagnostics
    }
  }

  /// What is in a folder, in the order of the names' bytes, without what is left aside.
  private mutating func entries(in folder: String, _ parallel: ParallelMap) -> [(name: String, entry: Entry)]
  {
    guard let stream = (root + "/" + folder).withCString(opendir) else {
      report(.unreadableFile, "the folder cannot be read: \(Self.systemMessage())", at: folder, hint: nil)
      return []
    }
    defer { closedir(stream) }
    // From the open folder each is one step away, and not a walk along the whole path.
    let descriptor = dirfd(stream)
    let names = names(in: folder, stream)
    guard names.count >= Self.parallelEntries, parallel.jobs > 1 else {
      return names.map { ($0.name, Self.entry($0, in: descriptor)) }
    }
    return parallel.map(names) { ($0.name, Self.entry($0, in: descriptor)) }
  }

  private static func entry(_ listed: (name: String, isFolder: Bool), in descriptor: Int32) -> Entry {
    if listed.isFolder { return .folder }
    var status = stat()
    let result = listed.name.withCString { fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }
    return Entry(result == 0 ? status : nil)
  }

  private mutating func names(
    in folder: String, _ stream: DirectoryStream
  ) -> [(name: String, isFolder: Bool)] {
    var names: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(stream) {
      let name = Self.name(of: entry)
      guard name != ".", name != ".." else { continue }
      // What is not UTF-8 was replaced by this character when the name became a string.
      guard !Self.hasReplacement(name) else {
        report(.unreadableFile, "the name of a file is not UTF-8", at: folder + name, hint: "rename it")
        continue
      }
      // Not every file system says what its entries are; then they are asked for.
      if !Self.isIgnored(name) { names.append((name, entry.pointee.d_type == DT_DIR)) }
    }
    names.sort { PathOrder.precedes($0.name, $1.name) }
    return names
  }

  /// True for a name with U+FFFD, of which few have the first byte.
  private static func hasReplacement(_ name: String) -> Bool {
    name.contains(byte: 0xEF) && name.unicodeScalars.contains("\u{FFFD}")
  }

  private mutating func visit(_ path: String, _ parallel: ParallelMap) {
    var status = stat()
    add(Entry(lstat(root + "/" + path, &status) == 0 ? status : nil), at: path, parallel)
  }

  private mutating func add(_ entry: Entry, at path: String, _ parallel: ParallelMap) {
    switch entry {
    case .file(let state): files.append(File(path: path, state: state))
    case .folder: list(path + "/", parallel)
    case .link: follow(path)
    case .other: report(.unreadableFile, "is neither a file nor a folder", at: path, hint: "remove it")
    case .unreadable(let message):
      report(.unreadableFile, "cannot be read: \(message)", at: path, hint: nil)
    }
  }

  /// A symbolic link counts as the file it leads to, if that is a file of the same folder.
  private mutating func follow(_ path: String) {
    guard let target = Self.realPath(root + "/" + path) else {
      return report(.unreadableFile, "the symbolic link leads nowhere", at: path, hint: "remove it")
    }
    guard target.hasPrefix(realRoot + "/") else {
      return report(
        .symlinkOutside, "the symbolic link leads out of \(prefix)", at: path, hint: "copy what it leads to")
    }
    var status = stat()
    guard stat(target, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return report(
        .symlinkOutside, "the symbolic link leads to a folder", at: path, hint: "copy what it leads to")
    }
    files.append(File(path: path, state: FileState(status), isLink: true))
  }

  private mutating func report(_ code: DiagnosticCode, _ message: String, at path: String, hint: String?) {
    diagnostics.append(Diagnostic(.error, code, message, at: SourcePlace(path: prefix + path), hint: hint))
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
    }
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func systemMessage() -> String { String(cString: strerror(errno)) }
}
