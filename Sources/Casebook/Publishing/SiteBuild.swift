/// Fills the staging folder: what is new is written, what is the same linked, what is others' carried over.
///
/// Old and new archive share the unchanged files until the old one is removed. A program that writes into a
/// published page in place writes into both; the next build finds the bytes changed and writes its own.
struct SiteBuild {
  let plan: PublishPlan
  let old: OutputInspection.Finding?
  let new: Folder
  let jobs: ParallelMap

  struct Result: Sendable {
    let summary: PublishSummary
    /// The output has all of this already: nothing has to be exchanged.
    let isSame: Bool
  }

  func run(_ checkpoint: Publisher.Checkpoint) throws(PublishFailure) -> Result {
    let stager = FileStager(site: new, old: old?.site)
    let staged = try jobs.map(plan.items, scratch: StagingBuffers()) {
      (item: PublishItem, buffers: inout StagingBuffers) throws(PublishFailure) -> [StagedFile] in
      try stager.stage(item, &buffers)
    }.flatMap(\.self).sorted { $0.entry.path < $1.entry.path }
    try checkpoint(.rendered)
    let manifest = Manifest(sorted: staged.map(\.entry)).encoded()
    var summary = self.summary(of: staged)
    if summary.written == 0 && manifest == old?.manifestText { return Result(summary: summary, isSame: true) }
    if let old {
      try linkUnchanged(staged, from: old.site.folder)
      try checkpoint(.linked)
      summary.carried = try CarryOver(old: old.site, new: new, plan: plan).run()
      try checkpoint(.carried)
      try new.setMode(try old.site.folder.status().st_mode, of: [UInt8(ascii: ".")])
    }
    try seal(manifest)
    try checkpoint(.sealed)
    return Result(summary: summary, isSame: false)
  }

  private func linkUnchanged(_ staged: [StagedFile], from folder: Folder) throws(PublishFailure) {
    let new = new
    let unchanged = staged.lazy.filter(\.isUnchanged).map(\.entry.path.bytes)
    _ = try jobs.map(Array(unchanged)) { (path: [UInt8]) throws(PublishFailure) in
      if try !new.link(path, from: folder) { try FileCopy.make(path, from: folder, to: new) }
    }
  }

  /// The manifest last: an archive that has one has all its files.
  private func seal(_ manifest: [UInt8]) throws(PublishFailure) {
    let name = Array(Manifest.fileName)
    let file = try new.createFile(name)
    guard manifest.withUnsafeBytes(file.write) else { throw .system("write", new.location(of: name)) }
    try new.synchronize()
  }

  private func summary(of staged: [StagedFile]) -> PublishSummary {
    var summary = PublishSummary()
    summary.unchanged = staged.count { $0.isUnchanged }
    summary.written = staged.count - summary.unchanged
    summary.removed = old?.site.manifest.entries.count { plan.paths.index(of: $0.path.bytes) == nil } ?? 0
    summary.carried = old?.site.foreign.count { $0.kind != .folder } ?? 0
    return summary
  }
}
