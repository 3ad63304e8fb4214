/// Finds out whether the output may be published into, before anything is written, and what is known of it.
struct OutputInspection {
  let location: OutputLocation
  let isForced: Bool
  /// What the last build kept; it need not fit the output.
  let record: BuildRecord?
  /// A time before the inspection, as the output's file system tells it.
  let time: FileTime?
  let jobs: ParallelMap

  /// An output that exists and may be replaced.
  struct Finding: Sendable {
    let site: PublishedSite
    /// The manifest as it is on the disk; `nil` where there is none of ours.
    let manifestText: [UInt8]?
    /// The record of the build that made it.
    let record: BuildRecord?
    /// Whether nothing has come or gone since that build. What is in the files is another matter.
    let isIntact: Bool
    /// Changes after this time are seen in the states of files and folders that were last changed before it.
    let time: FileTime?

    /// Whether an equal state, later, means that nothing has changed since the inspection.
    func isProof(_ state: FileState) -> Bool { time.map { state.changed < $0 } ?? false }

    func isProof(_ tree: SiteTree) -> Bool { tree.subfolders.allSatisfy { isProof($0.state) } }
  }

  /// `nil` where there is no output yet.
  func run() throws(PublishFailure) -> Finding? {
    let parent = try Folder.existing(location.parent)
    guard let status = parent.status(of: Array(location.name.utf8)) else { return nil }
    switch FolderEntry.Kind(mode: status.st_mode) {
    case .folder: break
    case .symbolicLink: throw .outputIsSymbolicLink(location.output)
    case .file, .special: throw .outputIsNotAFolder(location.output)
    }
    guard FileIdentity(status).device == FileIdentity(try parent.status()).device else {
      throw .outputIsMountPoint(location.output)
    }
    return try inspect(try Folder.existing(location.output))
  }

  private func inspect(_ folder: Folder) throws(PublishFailure) -> Finding {
    let text = try ManifestFile.text(in: folder)
    if let text, let record, isRecord(record, ofOutputWith: text) {
      return try inspect(folder, record, text)
    }
    let manifest = try manifest(text, in: folder)
    return Finding(
      site: try PublishedSite(folder: folder, manifest: manifest),
      manifestText: manifest == nil ? nil : text, record: nil, isIntact: false, time: time)
  }

  private func isRecord(_ record: BuildRecord, ofOutputWith manifest: [UInt8]) -> Bool {
    record.program == ProgramIdentity.digest
      && record.manifest == manifest.withUnsafeBytes { FileDigest(of: $0) }
  }

  /// Most often nothing has come or gone since the last build, and nobody has to walk through all folders.
  private func inspect(_ folder: Folder, _ record: BuildRecord, _ text: [UInt8]) throws(PublishFailure)
    -> Finding
  {
    let manifest = Manifest(sorted: record.files.map(\.entry))
    let site: PublishedSite
    var isIntact = false
    if let tree = record.tree, try tree.isIntact(in: folder, jobs) {
      site = PublishedSite(folder: folder, manifest: manifest, intact: tree)
      isIntact = true
    } else {
      site = try PublishedSite(folder: folder, manifest: manifest)
    }
    return Finding(site: site, manifestText: text, record: record, isIntact: isIntact, time: time)
  }

  /// `nil` where the folder has none of ours and may be published into all the same.
  private func manifest(_ text: [UInt8]?, in folder: Folder) throws(PublishFailure) -> Manifest? {
    switch try ManifestFile.read(text, in: folder) {
    case .valid(let manifest): return manifest
    case .absent:
      let isFree = try folder.entries().allSatisfy { $0.name.first == UInt8(ascii: ".") }
      guard isForced || isFree else { throw .notOurs(output: location.output, problem: nil) }
    case .invalid(let problem):
      guard isForced else { throw .notOurs(output: location.output, problem: problem) }
    }
    return nil
  }
}
