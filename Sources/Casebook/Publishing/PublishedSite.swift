/// An output folder as it stands: its manifest, which of that is there, and what others put there.
struct PublishedSite: Sendable {
  let folder: Folder
  /// Empty where the folder has none.
  let manifest: Manifest
  let paths: SortedPaths
  /// For each path of the manifest, whether a regular file is there, reached through no symbolic link.
  private(set) var isPresent: [Bool]
  /// What is in it beside the files of the manifest, and the state of its folders.
  let tree: SiteTree

  var foreign: [SiteTree.ForeignEntry] { tree.foreign }

  /// Looks at everything in the folder.
  init(folder: Folder, manifest: Manifest?) throws(PublishFailure) {
    self.folder = folder
    self.manifest = manifest ?? Manifest(sorted: [])
    paths = SortedPaths(sorted: self.manifest.entries.map(\.path))
    var survey = Survey(folder: folder, paths: paths)
    let top = try SiteTree.top(of: folder)
    try survey.run([], ignoring: manifest == nil ? [] : Array(Manifest.fileName))
    isPresent = survey.isPresent
    tree = SiteTree(
      root: FileIdentity(try folder.status()), top: top, subfolders: survey.subfolders,
      foreign: survey.foreign)
  }

  /// A folder in which nothing has come or gone since it was recorded.
  init(folder: Folder, manifest: Manifest, intact tree: SiteTree) {
    self.folder = folder
    self.manifest = manifest
    self.tree = tree
    paths = SortedPaths(sorted: manifest.entries.map(\.path))
    isPresent = Array(repeating: true, count: manifest.entries.count)
  }

  /// The place in the manifest of a path whose file is there.
  func index(of path: OutputPath) -> Int? {
    guard let index = paths.index(of: path.bytes), isPresent[index] else { return nil }
    return index
  }

  /// The entry of a path whose file is there.
  func entry(_ path: OutputPath) -> Manifest.Entry? { index(of: path).map { manifest.entries[$0] } }
}

/// A walk through an output folder.
private struct Survey {
  let folder: Folder
  let paths: SortedPaths
  var isPresent: [Bool]
  var foreign: [SiteTree.ForeignEntry] = []
  var subfolders: [SiteTree.Subfolder] = []

  init(folder: Folder, paths: SortedPaths) {
    self.folder = folder
    self.paths = paths
    isPresent = Array(repeating: false, count: paths.paths.count)
  }

  mutating func run(_ path: [UInt8], ignoring ignored: [UInt8] = []) throws(PublishFailure) {
    for entry in try folder.entries(of: path) where entry.name != ignored {
      let path = path.isEmpty ? entry.name : path + [UInt8(ascii: "/")] + entry.name
      if entry.kind == .folder {
        if paths.firstFile(inFolder: path) == nil { foreign.append(.init(path: path, kind: .folder)) }
        // Before its entries are read: one that comes in between changes the state.
        if let state = folder.state(of: path) { subfolders.append(.init(path: path, state: state)) }
        try run(path)
      } else if let index = paths.index(of: path) {
        isPresent[index] = entry.kind == .file
      } else {
        foreign.append(.init(path: path, kind: entry.kind))
      }
    }
  }
}
