#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The names in an archive's folder, in a form that tells cheaply whether one has come, gone or been replaced since:
/// each of these changes the folder that it happens in.
struct SiteTree: Sendable, Hashable {
  /// A folder in the archive, at whatever depth.
  struct Subfolder: Sendable, Hashable {
    let path: [UInt8]
    let state: FileState

    func isIntact(in folder: Folder) -> Bool { folder.state(of: path) == state }
  }

  /// Something in the archive's folder itself. It is looked at by name, as the folder's own state changes with the
  /// exchange too.
  struct TopEntry: Sendable, Hashable {
    let name: [UInt8]
    let identity: FileIdentity
  }

  let root: FileIdentity
  /// In ascending order of the names.
  let top: [TopEntry]
  /// Those of neighbouring paths are mostly neighbours: looking at them so costs half.
  let subfolders: [Subfolder]
  /// What others put there; folders before what is in them.
  let foreign: [ForeignEntry]

  /// Something in an archive that its manifest does not name.
  struct ForeignEntry: Sendable, Hashable {
    let path: [UInt8]
    let kind: FolderEntry.Kind
  }

  /// Whether a folder is this one still, with the same names in it and in each folder below it.
  func isIntact(in folder: Folder, _ jobs: ParallelMap) throws(PublishFailure) -> Bool {
    guard try hasTop(in: folder) else { return false }
    return !jobs.map(subfolders) { $0.isIntact(in: folder) }.contains(false)
  }

  /// The same without a look at the folders below it.
  func hasTop(in folder: Folder) throws(PublishFailure) -> Bool {
    guard FileIdentity(try folder.status()) == root else { return false }
    return try Self.top(of: folder) == top
  }

  /// What is in an archive's folder itself.
  static func top(of folder: Folder) throws(PublishFailure) -> [TopEntry] {
    let names = try folder.entries().map(\.name).sorted { $0.isBefore($1) }
    return names.compactMap { name in
      folder.status(of: name).map { TopEntry(name: name, identity: FileIdentity($0)) }
    }
  }
}

extension Folder {
  /// The state of what is at the path, the link's own where it is one; `nil` where nothing is.
  func state(of path: [UInt8]) -> FileState? { status(of: path).map(FileState.init) }
}
