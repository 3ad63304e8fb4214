/// Finds out what the record says of the folders of the new archive, once all is in it.
struct NewTree {
  let new: NewSite
  let plan: PublishPlan
  /// What others have in it.
  let foreign: [SiteTree.ForeignEntry]
  let jobs: ParallelMap

  /// - Parameter changed: the paths at which something came to or went from the spare.
  func tree(changed: [[UInt8]]) throws(PublishFailure) -> SiteTree {
    SiteTree(
      root: FileIdentity(try new.folder.status()), top: try SiteTree.top(of: new.folder),
      subfolders: subfolders(changed), foreign: foreignEntries)
  }

  private func subfolders(_ changed: [[UInt8]]) -> [SiteTree.Subfolder] {
    guard let spare = new.spare else {
      let paths = plan.paths.paths.map(\.bytes) + foreign.map(\.path)
      return found(Self.folders(above: paths).union(foreign.lazy.filter { $0.kind == .folder }.map(\.path)))
    }
    // A folder changes with what is in it, so only those above what came or went have another state than before.
    let touched = Self.folders(above: changed)
      .union(changed).union(foreign.lazy.filter { $0.kind == .folder }.map(\.path))
    return spare.tree.subfolders.filter { !touched.contains($0.path) } + found(touched)
  }

  /// Those of the paths at which there is a folder.
  private func found(_ paths: Set<[UInt8]>) -> [SiteTree.Subfolder] {
    let folder = new.folder
    return jobs.map(paths.sorted { $0.isBefore($1) }) { path -> SiteTree.Subfolder? in
      guard let status = folder.status(of: path), FolderEntry.Kind(mode: status.st_mode) == .folder else {
        return nil
      }
      return SiteTree.Subfolder(path: path, state: FileState(status))
    }.compactMap(\.self)
  }

  private static func folders(above paths: [[UInt8]]) -> Set<[UInt8]> {
    var folders: Set<[UInt8]> = []
    for path in paths {
      var folder = path[...]
      while let slash = folder.lastIndex(of: UInt8(ascii: "/")) {
        folder = folder[..<slash]
        // Whoever added this one added those above it.
        guard folders.insert(Array(folder)).inserted else { break }
      }
    }
    return folders
  }

  /// What a walk through the new archive would find that is not in its manifest: a folder is others' only as long as
  /// nothing of ours is in it.
  private var foreignEntries: [SiteTree.ForeignEntry] {
    var entries: [SiteTree.ForeignEntry] = []
    var folders: Set<[UInt8]> = []
    func add(folder: [UInt8]) {
      guard plan.paths.firstFile(inFolder: folder) == nil, folders.insert(folder).inserted else { return }
      if let slash = folder.lastIndex(of: UInt8(ascii: "/")) { add(folder: Array(folder[..<slash])) }
      entries.append(.init(path: folder, kind: .folder))
    }
    for entry in foreign {
      if entry.kind == .folder {
        add(folder: entry.path)
      } else {
        if let slash = entry.path.lastIndex(of: UInt8(ascii: "/")) {
          add(folder: Array(entry.path[..<slash]))
        }
        entries.append(entry)
      }
    }
    return entries
  }
}
