/// What the record of the last build says, and whether the names in its output and its spare are as it says.
///
/// It takes a look at every folder of both and at every file of the output, and writes nothing: so it can be taken before the
/// right to build is, while the content is read and connected. A file that somebody changes after that is found by the next
/// build, since the record keeps the state that was seen.
struct OutputGlance: Sendable {
  let record: BuildRecord
  /// The output's manifest as it is on the disk.
  let manifestText: [UInt8]
  /// The output, as long as nothing in it has come or gone.
  let site: PublishedSite?
  /// For each file of the record, whether the output's is in the recorded state.
  let isUntouched: [Bool]
  /// Whether the spare is as the record says.
  let hasSpare: Bool
  /// Of the record's file.
  private let recordState: FileState
  private let output: FileIdentity

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
    let intact = record.tree.flatMap { (try? $0.isIntact(in: folder, jobs)) == true ? $0 : nil }
    site = intact.map {
      PublishedSite(folder: folder, manifest: Manifest(sorted: record.files.map(\.entry)), intact: $0)
    }
    isUntouched = jobs.map(record.files) { file in
      file.state.map { folder.state(of: file.entry.path.bytes) == $0 } ?? false
    }
    hasSpare =
      if let spare = record.spare, let folder = Folder(at: staging.spare) {
        (try? spare.tree.isIntact(in: folder, jobs)) == true
      } else {
        false
      }
  }

  /// Whether no other build has come in between: each leaves another record, or another output when it is killed.
  func holds(for staging: StagingArea) -> Bool {
    guard staging.recordState() == recordState,
      let status = try? Folder(at: staging.location.output)?.status()
    else { return false }
    return FileIdentity(status) == output
  }
}

extension BuildRecord {
  /// Whether it is of this program and of the output that has this manifest.
  func isOf(outputWith manifest: [UInt8]) -> Bool {
    program == ProgramIdentity.hash && self.manifest == manifest.withUnsafeBytes { FileDigest(of: $0) }
  }
}
