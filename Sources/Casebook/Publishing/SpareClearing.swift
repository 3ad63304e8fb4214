/// Takes out of the spare what the new archive does not have, or has otherwise.
///
/// Nothing in it is written into: its files are the output's files too, under a second name.
struct SpareClearing {
  let spare: BuildRecord.Spare
  /// What was published before and is not any more.
  let gone: [OutputPath]
  let folder: Folder
  let old: OutputInspection.Finding
  let plan: PublishPlan

  struct Result: Sendable {
    /// What is left in it of the files of others.
    var kept: Set<SiteTree.ForeignEntry> = []
    /// What was taken out.
    var removed: [[UInt8]] = []
  }

  func run() throws(PublishFailure) -> Result {
    var result = Result()
    let wanted = Set(CarryOver.entries(of: old.site, beside: plan))
    // What is in a folder before the folder.
    for entry in spare.tree.foreign.reversed() {
      if wanted.contains(entry), isSame(entry) {
        result.kept.insert(entry)
      } else {
        try remove(entry)
        result.removed.append(entry.path)
      }
    }
    for path in (spare.stale + gone).sorted().reversed() {
      try folder.removeFile(path.bytes)
      try folder.removeEmptyFolders(above: path.bytes)
      result.removed.append(path.bytes)
    }
    return result
  }

  /// Where nothing has come or gone in the output, what has the same name is the same file.
  private func isSame(_ entry: SiteTree.ForeignEntry) -> Bool {
    if old.isIntact || entry.kind == .folder { return true }
    guard let here = folder.status(of: entry.path), let there = old.site.folder.status(of: entry.path) else {
      return false
    }
    return FileIdentity(here) == FileIdentity(there)
  }

  private func remove(_ entry: SiteTree.ForeignEntry) throws(PublishFailure) {
    guard entry.kind == .folder else { return try folder.removeFile(entry.path) }
    _ = try folder.removeFolderIfEmpty(entry.path)
  }
}
