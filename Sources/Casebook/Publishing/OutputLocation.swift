#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the output is, free of symbolic links, and the names beside it that publishing uses.
struct OutputLocation: Sendable {
  /// The output folder, which need not exist yet.
  let output: String
  /// The output's own name.
  let name: String
  /// The folder it is in, which need not exist yet either.
  let parent: String
  /// The lock file, which is kept: removing one would let two builds hold two locks of one name.
  let lockFile: String
  /// The name of the folder in which the new archive is built, beside the output so that it is on the same
  /// file system.
  let stagingName: String

  var staging: String { "\(parent == "/" ? "" : parent)/\(stagingName)" }

  /// - Throws: where `output` cannot be one, or would touch one of the `protected` files and folders.
  init(output: String, protected: [String]) throws(PublishFailure) {
    let (existing, missing) = try Self.resolve(Self.absolute(output))
    self.output = ([existing == "/" ? "" : existing] + missing).joined(separator: "/")
    guard let slash = self.output.lastIndex(of: "/"), self.output != "/" else { throw .outputIsRoot }
    name = String(self.output[self.output.index(after: slash)...])
    let parent = self.output[..<slash]
    self.parent = parent.isEmpty ? "/" : String(parent)
    lockFile = "\(parent)/.\(name).lock"
    stagingName = "\(name).staging"
    try Self.check(self.output, existing: existing, isMissing: !missing.isEmpty, protected: protected)
  }

  /// Creates the folder that the output is in, and those above it.
  func makeParent() throws(PublishFailure) {
    guard let root = Folder(at: "/") else { throw .system("open the folder", "/") }
    if parent != "/" { try root.makeFolder(Array(parent.utf8.dropFirst())) }
  }

  private static func absolute(_ path: String) throws(PublishFailure) -> String {
    if path.hasPrefix("/") { return path }
    guard let folder = getcwd(nil, 0) else { throw .system("find", ".") }
    defer { free(folder) }
    return "\(String(cString: folder))/\(path)"
  }

  /// The deepest part that exists, resolved, and the components after it.
  private static func resolve(_ path: String) throws(PublishFailure) -> (String, missing: [String]) {
    var components = path.split(separator: "/").map(String.init).filter { $0 != "." }
    var missing: [String] = []
    var status = stat()
    while lstat("/" + components.joined(separator: "/"), &status) != 0 {
      guard errno == ENOENT, let last = components.popLast(), last != ".." else {
        throw .system("find", path)
      }
      missing.insert(last, at: 0)
    }
    let existing = "/" + components.joined(separator: "/")
    if missing.isEmpty && status.st_mode & S_IFMT == S_IFLNK { throw .outputIsSymbolicLink(existing) }
    guard let resolved = realpath(existing, nil) else { throw .system("find", existing) }
    defer { free(resolved) }
    if stat(resolved, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR {
      throw .outputIsNotAFolder(existing)
    }
    return (String(cString: resolved), missing)
  }

  private static func check(
    _ output: String, existing: String, isMissing: Bool, protected: [String]
  ) throws(PublishFailure) {
    let above = identitiesUpward(from: existing)
    for source in protected {
      guard let resolved = realpath(source, nil) else { continue }
      defer { free(resolved) }
      let aboveSource = identitiesUpward(from: String(cString: resolved))
      let isInside = aboveSource.first.map(above.contains) == true
      let contains = !isMissing && above.first.map(aboveSource.contains) == true
      if isInside || contains { throw .outputMeetsSource(output: output, source: source) }
    }
  }

  /// What the path and each folder above it are to the file system: spelling and case do not matter to it.
  private static func identitiesUpward(from path: String) -> [FileIdentity] {
    var components = path.split(separator: "/")
    var identities: [FileIdentity] = []
    while true {
      var status = stat()
      if stat("/" + components.joined(separator: "/"), &status) == 0 {
        identities.append(FileIdentity(status))
      }
      if components.popLast() == nil { return identities }
    }
  }
}
