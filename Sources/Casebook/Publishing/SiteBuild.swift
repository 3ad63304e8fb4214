/// Fills the staging folder: what is new is written, what is the same linked, what is others' carried over.
///
/// Old and new archive share the unchanged files. A program that writes into a published page in place writes into both;
/// the next build finds that out and writes its own.
struct SiteBuild {
  let plan: PublishPlan
  let old: OutputInspection.Finding?
  let new: NewSite
  let jobs: ParallelMap
  /// What was published before and is not any more.
  private let gone: [OutputPath]

  init(plan: PublishPlan, old: OutputInspection.Finding?, new: NewSite, jobs: ParallelMap) {
    self.plan = plan
    self.old = old
    self.new = new
    self.jobs = jobs
    gone = old?.site.paths.subtracting(plan.paths) ?? []
  }

  struct Result: Sendable {
    let summary: PublishSummary
    /// The output has all of this already: nothing has to be exchanged.
    let isSame: Bool
    let files: [StagedFile]
    /// Of the manifest.
    let digest: FileDigest
    /// Where the old archive has another file than the new one, or one of them none; in ascending order. Empty where there
    /// was no old archive.
    let stale: [OutputPath]
    /// Of the new archive; `nil` where it was not filled, or nothing is to be linked from it.
    var tree: SiteTree?
  }

  func run(_ checkpoint: Publisher.Checkpoint) throws(PublishFailure) -> Result {
    let cleared = try clearedSpare()
    var staged = try stage()
    try checkpoint(.rendered)
    let manifest = manifest(of: staged)
    let digest = FileDigest(ofPieces: manifest)
    let summary = self.summary(of: staged)
    let isSame = summary.written == 0 && old?.manifestText.map { FileDigest(of: $0) } == digest
    var tree: SiteTree?
    if !isSame || new.spare != nil {
      if let old {
        let linked = try link(&staged, from: old.site.folder)
        try checkpoint(.linked)
        let carryOver = CarryOver(old: old.site, new: new, plan: plan, kept: cleared.kept)
        let isLinked = try carryOver.run() && linked.isLinked
        try checkpoint(.carried)
        try new.folder.setMode(try old.site.folder.status().st_mode, of: [UInt8(ascii: ".")])
        try seal(manifest)
        if isLinked { tree = try self.tree(of: staged, linked.paths + cleared.removed, carryOver) }
      } else {
        try seal(manifest)
      }
      try checkpoint(.sealed)
    }
    return Result(
      summary: summary, isSame: isSame, files: staged, digest: digest, stale: stale(staged), tree: tree)
  }

  private func manifest(of staged: [StagedFile]) -> [[UInt8]] {
    Manifest.encoded(count: staged.count, jobs) { staged[$0].entry }
  }

  private func stale(_ staged: [StagedFile]) -> [OutputPath] {
    // Without an old archive there is none to be kept.
    guard old != nil else { return [] }
    var paths: [OutputPath] = []
    for index in staged.indices where staged[index].origin == .written {
      paths.append(staged[index].entry.path)
    }
    // These are in order already.
    return gone.isEmpty ? paths : (paths + gone).sorted()
  }

  private func clearedSpare() throws(PublishFailure) -> SpareClearing.Result {
    guard let spare = new.spare, let old else { return SpareClearing.Result() }
    return try SpareClearing(spare: spare, gone: gone, folder: new.folder, old: old, plan: plan).run()
  }

  private func stage() throws(PublishFailure) -> [StagedFile] {
    let stager = FileStager(site: new, old: old)
    let items = plan.items
    let late = LateDigests(itemCount: items.count, areCompressed: items.contains { $0.compressed != nil })
    let buffers = { @Sendable (thread: Int) in StagingBuffers(thread: thread, late) }
    let ending = { @Sendable (buffers: StagingBuffers) in buffers.digests.finish() }
    var files = try jobs.map(items.indices, scratchOf: buffers, ending: ending) {
      (index: Int, buffers: inout StagingBuffers) throws(PublishFailure) -> StagedFile in
      buffers.item = index
      return try stager.stage(items[index], &buffers)
    }
    for index in files.indices {
      if let digest = late[.init(item: index, isCompressed: false)] { files[index].entry.digest = digest }
      if !files[index].compressed.isEmpty, let digest = late[.init(item: index, isCompressed: true)] {
        files[index].compressed[0].entry.digest = digest
      }
    }
    guard files.indices.contains(where: { !files[$0].compressed.isEmpty }) else { return files }
    return files.flatMap { [$0] + $0.compressed }.sorted { $0.entry.path < $1.entry.path }
  }

  /// Links what is the same and not there yet: everything into an empty folder, little into the spare.
  private func link(
    _ staged: inout [StagedFile], from old: Folder
  ) throws(PublishFailure) -> (paths: [[UInt8]], isLinked: Bool) {
    let stale = SortedPaths(sorted: new.spare?.stale ?? [])
    let hasSpare = new.spare != nil
    let places = staged.indices.filter { index in
      switch staged[index].origin {
      case .written: false
      case .unchanged: true
      case .untouched: !hasSpare || stale.index(of: staged[index].entry.path.bytes) != nil
      }
    }
    let paths = places.map { staged[$0].entry.path.bytes }
    let (new, files) = (new, places.map { staged[$0] })
    let links = try jobs.map(files) {
      (file: StagedFile) throws(PublishFailure) -> (isLink: Bool, state: FileState?) in
      let path = file.entry.path.bytes
      // A second name changes the state, and with it would go what tells that somebody has just changed the file.
      let isSame = old.state(of: path) == file.state
      let isLink = try new.link(path, from: old)
      return (isLink, isSame ? new.folder.state(of: path) : nil)
    }
    for (place, link) in zip(places, links) { staged[place].state = link.state }
    return (paths, links.allSatisfy(\.isLink))
  }

  /// The manifest last: an archive that has one has all its files.
  private func seal(_ manifest: [[UInt8]]) throws(PublishFailure) {
    let name = Array(Manifest.fileName)
    var lastFolder: [UInt8] = []
    let file = try new.createFile(name, lastFolder: &lastFolder)
    for piece in manifest {
      guard piece.withUnsafeBytes(file.write) else { throw .system("write", new.folder.location(of: name)) }
    }
    try new.folder.synchronize()
  }

  private func tree(
    of staged: [StagedFile], _ changed: [[UInt8]], _ carryOver: CarryOver
  ) throws(PublishFailure) -> SiteTree {
    let foreign = CarryOver.entries(of: carryOver.old, beside: plan)
    let written = staged.lazy.filter { $0.origin == .written }.map(\.entry.path.bytes)
    let carried = foreign.lazy.filter { !carryOver.kept.contains($0) }.map(\.path)
    return try NewTree(new: new, plan: plan, foreign: foreign, jobs: jobs)
      .tree(changed: changed + written + carried)
  }

  private func summary(of staged: [StagedFile]) -> PublishSummary {
    var summary = PublishSummary()
    for index in staged.indices where staged[index].origin == .written { summary.written += 1 }
    summary.unchanged = staged.count - summary.written
    if let old {
      summary.removed = gone.count
      summary.carried = CarryOver.entries(of: old.site, beside: plan).count { $0.kind != .folder }
    }
    return summary
  }
}
