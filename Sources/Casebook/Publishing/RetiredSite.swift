/// An archive that the new one has replaced: removed, all but what others put there in the meantime.
///
/// Between carrying the files of others over and the exchange, somebody can add one, or replace one: those
/// are moved to the new archive. Can be stopped at any point and done again: the manifest, which tells ours
/// from theirs, goes last.
struct RetiredSite: Sendable {
  private let old: Folder
  private let output: Folder
  private let isForced: Bool
  private let ours: SortedPaths
  private let published: SortedPaths

  init(old: Folder, output: Folder, isForced: Bool) throws(PublishFailure) {
    self.old = old
    self.output = output
    self.isForced = isForced
    ours = try Self.paths(in: old)
    published = try Self.paths(in: output)
  }

  /// Subfolders of the archive's sections are many and alike: threads share them out.
  func remove(_ jobs: ParallelMap) throws(PublishFailure) {
    let manifest = Array(Manifest.fileName)
    let top = try old.entries().filter { $0.name != manifest }
    for section in top where section.kind == .folder {
      let entries = try old.entries(of: section.name)
      _ = try jobs.map(entries) { (entry: FolderEntry) throws(PublishFailure) in
        try retire(section.name + [UInt8(ascii: "/")] + entry.name, entry.kind)
      }
    }
    for entry in top { try retire(entry.name, entry.kind) }
    if let status = old.status(of: manifest) { try old.removeTree(manifest, .init(mode: status.st_mode)) }
  }

  private func retire(_ path: [UInt8], _ kind: FolderEntry.Kind) throws(PublishFailure) {
    if kind == .folder { return try retireFolder(path) }
    let isLate = try ours.index(of: path) == nil ? isLate(path, kind) : false
    if isLate { try old.move(path, to: output) } else { try old.removeFile(path) }
  }

  private func retireFolder(_ path: [UInt8]) throws(PublishFailure) {
    let isTheirs = ours.firstFile(inFolder: path) == nil
    if isTheirs && !takesPlace(of: path) && output.status(of: path) == nil { try output.makeFolder(path) }
    for entry in try old.entries(of: path) { try retire(path + [UInt8(ascii: "/")] + entry.name, entry.kind) }
    try old.removeEmptyFolder(path)
  }

  /// Whether the new archive lacks this file of others, or has an older state of it.
  private func isLate(_ path: [UInt8], _ kind: FolderEntry.Kind) throws(PublishFailure) -> Bool {
    if takesPlace(of: path) {
      if isForced { return false }
      let text = String(decoding: path, as: UTF8.self)
      throw .lateCollision(path: text, kept: old.location(of: path))
    }
    guard let there = output.status(of: path), let here = old.status(of: path) else { return true }
    return FileIdentity(there) != FileIdentity(here)
      && !FileCopy.isCopy(path, in: output, there, of: old, here, kind)
  }

  private func takesPlace(of path: [UInt8]) -> Bool {
    let isInFile = path.indices.contains { index in
      path[index] == UInt8(ascii: "/") && published.index(of: Array(path[..<index])) != nil
    }
    return isInFile || published.index(of: path) != nil || published.firstFile(inFolder: path) != nil
  }

  private static func paths(in folder: Folder) throws(PublishFailure) -> SortedPaths {
    guard case .valid(let manifest) = try ManifestFile.read(in: folder) else { return SortedPaths() }
    return SortedPaths(sorted: manifest.entries.map(\.path))
  }
}
