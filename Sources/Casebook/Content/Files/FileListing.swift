import Foundation

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
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Left aside: what editors and operating systems drop into folders.
  package static func isIgnored(_ name: String) -> Bool {
    guard let first = name.utf8.first, let last = name.utf8.last,
      ".T4".utf8.contains(first) || "~px".utf8.contains(last)
    else { return false }
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
    let own = position(of: path)
    if own < files.count, files[own].path == path { return true }
    return position(of: path + "/") < position(of: path + "0")
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
    let own = position(of: path)
    if own < files.count, files[own].path == path { files.remove(at: own) }
    // `0` is the character after `/`: between the two is what has the path as a folder.
    files.removeSubrange(position(of: path + "/")..<position(of: path + "0"))
    let name = prefix + path
    diagnostics.removeAll { diagnostic in
      diagnostic.place.map { $0.path == name || $0.path.hasPrefix(name + "/") } ?? false
    }
  }

  private mutating func insert(_ found: FileListing) {
    for file in found.files { files.insert(file, at: position(of: file.path)) }
    diagnostics += found.diagnostics
  }

  /// Where a path stands, or would stand, among the files.
  private func position(of path: String) -> Int {
    var (low, high) = (0, files.count)
    while low < high {
      let middle = (low + high) / 2
      if files[middle].path.utf8.lexicographicallyPrecedes(path.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// A folder with fewer entries is listed by one thread.
  private static let parallelEntries = 64

  private mutating func list(_ folder: String, _ parallel: ParallelMap) {
    let names = names(in: folder)
    guard names.count >= Self.parallelEntries, parallel.jobs > 1 else {
      for name in names { visit(folder + name, parallel) }
      return
    }
    var empty = self
    empty.files = []
    empty.diagnostics = []
    let parts = parallel.map(names) { [empty] name in
      var part = empty
      part.visit(folder + name, ParallelMap(jobs: 1))
      return part
    }
    for part in parts {
      files += part.files
      diagnostics += part.diagnostics
    }
  }

  /// The names of what is in a folder, in the order of their bytes, without those that are left aside.
  private mutating func names(in folder: String) -> [String] {
    guard let stream = opendir(root + "/" + folder) else {
      report(.unreadableFile, "the folder cannot be read: \(Self.systemMessage())", at: folder, hint: nil)
      return []
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = Self.name(of: entry)
      guard name != ".", name != ".." else { continue }
      // What is not UTF-8 was replaced by this character when the name became a string.
      guard !name.unicodeScalars.contains("\u{FFFD}") else {
        report(.unreadableFile, "the name of a file is not UTF-8", at: folder + name, hint: "rename it")
        continue
      }
      if !Self.isIgnored(name) { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func visit(_ path: String, _ parallel: ParallelMap) {
    var status = stat()
    guard lstat(root + "/" + path, &status) == 0 else {
      return report(.unreadableFile, "cannot be read: \(Self.systemMessage())", at: path, hint: nil)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: list(path + "/", parallel)
    case S_IFREG: files.append(File(path: path, state: FileState(status)))
    case S_IFLNK: follow(path)
    default: report(.unreadableFile, "is neither a file nor a folder", at: path, hint: "remove it")
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
