/// What the record of the last build says, and whether the names in its output and its spare are as it says.
///
/// It takes a look at every folder of both and at every file of the output, and writes nothing: so it can be begun before the
/// right to build is taken, while the content is read and connected. What is left is looked at when somebody asks, which a
/// build does before it changes anything. A file that somebody changes after the look is found by the next build, since
/// the record keeps the state that was seen.
struct OutputGlance: Sendable {
  let record: BuildRecord
  /// The output's manifest as it is on the disk.
  let manifestText: [UInt8]
  /// The output, as long as nothing in it has come or gone.
  var site: PublishedSite? { found.value.site }
  /// For each file of the record, whether the output's is in the recorded state.
  var isUntouched: [Bool] { found.value.isUntouched }
  /// Whether the spare is as the record says.
  var hasSpare: Bool { found.value.hasSpare }

  private struct Found: Sendable {
    let site: PublishedSite?
    let isUntouched: [Bool]
    let hasSpare: Bool
  }

  private let looks: JointWork<[Bool]>
  private let found: Deferred<Found>
  /// Of the record's file.
  private let recordState: FileState
  private let output: FileIdentity

  /// How many files or folders a thread looks at at a time.
  private static let pieceCount = 256

  /// `nil` where there is no record of this output.
  init?(_ staging: StagingArea, _ jobs: ParallelMap) {
    guard let state = staging.recordState(), let record = staging.record(),
      let folder = Folder(at: staging.location.output), let status = try? folder.status(),
      let text = try? ManifestFile.text(in: folder), record.isOf(outputWith: text)
    else { return nil }
    self.record = record
    recordState = state
    manifestText = text
    output = FileIdentity(status)
    let tree = Self.tree(record.tree, in: folder)
    let spareFolder = record.spare == nil ? nil : Folder(at: staging.spare)
    let spare = spareFolder.flatMap { Self.tree(record.spare?.tree, in: $0) }
    let counts = (tree?.subfolders.count ?? 0, record.files.count, spare?.subfolders.count ?? 0)
    let pieces = (0..<counts.0 + counts.1 + counts.2).pieces(ofLength: Self.pieceCount)
    let looks = JointWork(count: pieces.count, jobs: jobs.jobs) { piece in
      pieces[piece].map { index in
        if index < counts.0 { return tree?.subfolders[index].isIntact(in: folder) ?? false }
        let file = index - counts.0
        if file < counts.1 { return record.files[file].isUntouched(in: folder) }
        guard let spareFolder else { return false }
        return spare?.subfolders[file - counts.1].isIntact(in: spareFolder) ?? false
      }
    }
    self.looks = looks
    found = Deferred {
      let seen = Array(looks.values.joined())
      let (subfolders, rest) = (seen[..<counts.0], seen[counts.0...])
      let isIntact = tree != nil && !subfolders.contains(false)
      let manifest = Manifest(sorted: record.files.map(\.entry))
      return Found(
        site: isIntact ? tree.map { PublishedSite(folder: folder, manifest: manifest, intact: $0) } : nil,
        isUntouched: Array(rest.prefix(counts.1)),
        hasSpare: spare != nil && !rest.dropFirst(counts.1).contains(false))
    }
  }

  /// A tree whose own names in the folder are as it says; `nil` for another one, which is not worth a further look.
  private static func tree(_ tree: SiteTree?, in folder: Folder) -> SiteTree? {
    tree.flatMap { (try? $0.hasTop(in: folder)) == true ? $0 : nil }
  }

  /// Begins to look on a thread of its own. Who asks what was found helps with the rest.
  func begin() { looks.begin() }

  /// Whether no other build has come in between: each leaves another record, or another output when it is killed.
  func holds(for staging: StagingArea) -> Bool {
    guard staging.recordState() == recordState,
      let status = try? Folder(at: staging.location.output)?.status()
    else { return false }
    return FileIdentity(status) == output
  }
}

extension BuildRecord.File {
  fileprivate func isUntouched(in folder: Folder) -> Bool {
    state.map { folder.state(of: entry.path.bytes) == $0 } ?? false
  }
}

extension BuildRecord {
  /// Whether it is of this program and of the output that has this manifest.
  func isOf(outputWith manifest: [UInt8]) -> Bool {
    program == ProgramIdentity.hash && self.manifest == manifest.withUnsafeBytes { FileDigest(of: $0) }
  }
}
