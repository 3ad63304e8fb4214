/// Finds out whether the output may be published into, before anything is written.
struct OutputInspection {
  let location: OutputLocation
  let isForced: Bool

  /// An output that exists and may be replaced.
  struct Finding: Sendable {
    let site: PublishedSite
    /// The manifest as it is on the disk; `nil` where there is none of ours.
    let manifestText: [UInt8]?
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
    switch try ManifestFile.read(in: folder) {
    case .valid(let manifest, let text):
      return Finding(site: try PublishedSite(folder: folder, manifest: manifest), manifestText: text)
    case .absent:
      let isFree = try folder.entries().allSatisfy { $0.name.first == UInt8(ascii: ".") }
      guard isForced || isFree else { throw .notOurs(output: location.output, problem: nil) }
    case .invalid(let problem):
      guard isForced else { throw .notOurs(output: location.output, problem: problem) }
    }
    return Finding(site: try PublishedSite(folder: folder, manifest: nil), manifestText: nil)
  }
}
