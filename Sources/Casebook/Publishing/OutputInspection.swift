/// Finds out whether the output may be published into, before anything is written, and what is known of it.
struct OutputInspection {
  let location: OutputLocation
  let isForced: Bool
  /// What a glance has found already; `nil` where there is no record of this output.
  let glance: OutputGlance?
  /// A time before the inspection, as the output's file system tells it.
  let time: FileTime?

  /// An output that exists and may be replaced.
  ///
  /// A class, because every file is compared with it, by all threads: a copy of its parts for each took longer.
  final class Finding: Sendable {
    let site: PublishedSite
    /// The manifest as it is on the disk; `nil` where there is none of ours.
    let manifestText: [UInt8]?
    /// The record of the build that made it.
    let record: BuildRecord?
    /// For each file of the record, whether it is in the recorded state; empty where there is no record.
    private let untouched: [Bool]
    /// Whether nothing has come or gone since that build. What is in the files is another matter.
    let isIntact: Bool
    /// Changes after this time are seen in the states of files and folders that were last changed before it.
    let time: FileTime?

    init(
      site: PublishedSite, manifestText: [UInt8]?, record: BuildRecord?, untouched: [Bool], isIntact: Bool,
      time: FileTime?
    ) {
      self.site = site
      self.manifestText = manifestText
      self.record = record
      self.untouched = untouched
      self.isIntact = isIntact
      self.time = time
    }

    /// The state of a file, by its place in the record, where it was the recorded one.
    func untouchedState(_ index: Int) -> FileState? {
      untouched.isEmpty || !untouched[index] ? nil : record?.files[index].state
    }

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
    if let glance {
      return Finding(
        site: try site(in: folder, glance), manifestText: glance.manifestText, record: glance.record,
        untouched: glance.isUntouched, isIntact: glance.site != nil, time: time)
    }
    let text = try ManifestFile.text(in: folder)
    let manifest = try manifest(text, in: folder)
    return Finding(
      site: try PublishedSite(folder: folder, manifest: manifest),
      manifestText: manifest == nil ? nil : text, record: nil, untouched: [],
      isIntact: false, time: time)
  }

  /// Where something has come or gone, all of it is walked through.
  private func site(in folder: Folder, _ glance: OutputGlance) throws(PublishFailure) -> PublishedSite {
    if let site = glance.site { return site }
    return try PublishedSite(folder: folder, manifest: Manifest(sorted: glance.record.files.map(\.entry)))
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
