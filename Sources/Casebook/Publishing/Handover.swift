/// Keeps what makes the next build short: the record of this one, and the archive that it replaced.
struct Handover {
  let staging: StagingArea
  let old: OutputInspection.Finding?
  let built: SiteBuild.Result
  /// A time up to which nobody but the build can have changed what it built, as the output's file system tells it.
  let time: FileTime?
  let jobs: ParallelMap

  /// What cannot be kept costs the next build time, and nothing else.
  func run() throws(PublishFailure) {
    let spare = try keptSpare()
    if spare == nil { try StagingRecovery(location: staging.location, jobs: jobs).run() }
    let record = record(spare)
    if record != old?.record { try? staging.keep(record, jobs) }
  }

  /// The last moment at which anything of a build was changed, as far as its files and folders tell.
  static func lastChange(of built: SiteBuild.Result) -> FileTime? {
    let files = built.files.lazy.compactMap(\.state?.changed).max()
    let folders = built.tree?.subfolders.lazy.map(\.state.changed).max()
    return [files, folders].compactMap(\.self).max()
  }

  /// The archive that is not needed any more; `nil` where it is not known well enough, or others have come to it since
  /// the inspection, whose files go to the new one.
  private func keptSpare() throws(PublishFailure) -> BuildRecord.Spare? {
    guard let old, let tree = proven(built.tree) else { return nil }
    if built.isSame {
      try staging.keepSpare()
      return BuildRecord.Spare(tree: tree, stale: [])
    }
    guard let folder = staging.replaced(), old.isProof(old.site.tree),
      try old.site.tree.isIntact(in: folder, jobs)
    else { return nil }
    try staging.keepSpare()
    return BuildRecord.Spare(tree: old.site.tree, stale: built.stale)
  }

  private func record(_ spare: BuildRecord.Spare?) -> BuildRecord {
    let (staged, time) = (built.files, time)
    let files = jobs.map(staged.indices) { index in
      BuildRecord.File(
        entry: staged[index].entry, key: staged[index].key,
        state: staged[index].state.flatMap { state in
          time.map { state.changed < $0 } == true ? state : nil
        })
    }
    return BuildRecord(
      program: ProgramIdentity.hash, manifest: built.digest, files: files, tree: builtTree, spare: spare)
  }

  private var builtTree: SiteTree? {
    // Nothing was exchanged: what was built is the spare.
    guard built.isSame else { return proven(built.tree) }
    guard let old, old.isProof(old.site.tree) else { return nil }
    return old.site.tree
  }

  private func proven(_ tree: SiteTree?) -> SiteTree? {
    guard let tree, let time, tree.subfolders.allSatisfy({ $0.state.changed < time }) else { return nil }
    return tree
  }
}
