/// An output folder as it stands: its manifest, which of that is there, and what others put there.
struct PublishedSite: Sendable {
  let folder: Folder
  /// Empty where the folder has none.
  let manifest: Manifest
  let paths: SortedPaths
  /// For each path of the manifest, whether a regular file is there, reached through no symbolic link.
  private(set) var isPresent: [Bool]
  /// Folders before what is in them.
  private(set) var foreign: [ForeignEntry] = []

  /// Something in the output that the manifest does not name.
  struct ForeignEntry: Sendable, Hashable {
    let path: [UInt8]
    let kind: FolderEntry.Kind
  }

  init(folder: Folder, manifest: Manifest?) throws(PublishFailure) {
    self.folder = folder
    self.manifest = manifest ?? Manifest(sorted: [])
    paths = SortedPaths(sorted: self.manifest.entries.map(\.path))
    isPresent = Array(repeating: false, count: paths.paths.count)
    try survey([], ignoring: manifest == nil ? [] : Array(Manifest.fileName))
  }

  /// The entry of a path whose file is there.
  func entry(_ path: OutputPath) -> Manifest.Entry? {
    guard let index = paths.index(of: path.bytes), isPresent[index] else { return nil }
    return manifest.entries[index]
  }

  private mutating func survey(_ path: [UInt8], ignoring ignored: [UInt8] = []) throws(PublishFailure) {
    for entry in try folder.entries(of: path) where entry.name != ignored {
      let path = path.isEmpty ? entry.name : path + [UInt8(ascii: "/")] + entry.name
      if entry.kind == .folder {
        if paths.firstFile(inFolder: path) == nil { foreign.append(ForeignEntry(path: path, kind: .folder)) }
        try survey(path)
      } else if let index = paths.index(of: path) {
        isPresent[index] = entry.kind == .file
      } else {
        foreign.append(ForeignEntry(path: path, kind: entry.kind))
      }
    }
  }
}
