/// The folder beside the output in which the new archive is built, and which keeps what makes the next build short.
///
/// ```
/// public.staging/
///   casebook-staging   the marker: the folder is ours, and which file system object is the new archive
///   site/              the new archive; the old one, once they have been exchanged
///   previous/          the old archive, where the file system can only rename and not exchange
///   spare/             the archive before the last one, of which the next is made by changing little
///   record             what the last build says of its output
///   sources            the texts of content/ with their front matter parsed (SourceCache)
/// ```
///
/// The marker is not inside the archive, so that it never has to be removed from a published one. `site` and `previous`
/// are there only during a build: what is found of them later was left by one that was killed. `spare` has that name
/// only while it is whole and at rest.
struct StagingArea: Sendable {
  static let marker = "casebook-staging"
  private static let siteName = Array("site".utf8)
  private static let previousName = Array("previous".utf8)
  private static let spareName = Array("spare".utf8)
  private static let recordName = Array("record".utf8)
  private static let newRecordName = Array("record.new".utf8)
  private static let sourcesName = Array("sources".utf8)
  private static let newSourcesName = Array("sources.new".utf8)

  let location: OutputLocation

  var site: String { "\(location.staging)/site" }
  var previous: String { "\(location.staging)/previous" }
  var spare: String { "\(location.staging)/spare" }
  var sources: String { "\(location.staging)/sources" }

  /// Makes the folder, its marker and an empty archive.
  func create(isForced: Bool) throws(PublishFailure) -> Folder {
    let folder = try open()
    try folder.makeFolder(Self.siteName)
    let site = try Folder.existing(self.site)
    try note(site, in: folder, isForced: isForced)
    return site
  }

  /// Takes the spare as the archive to be. From here on it counts as a part of this build, whatever becomes of it.
  func takeSpare(isForced: Bool) throws(PublishFailure) -> Folder {
    let folder = try open()
    let spare = try Folder.existing(self.spare)
    try note(spare, in: folder, isForced: isForced)
    try folder.rename(Self.spareName, to: Self.siteName)
    return try Folder.existing(site)
  }

  /// The archive that the new one has replaced.
  func replaced() -> Folder? { Folder(at: previous) ?? Folder(at: site) }

  /// Keeps what is left of this build for the next one: the archive that was replaced, or the one that was not needed.
  func keepSpare() throws(PublishFailure) {
    let folder = try open()
    let isRenamed = folder.status(of: Self.previousName) != nil
    try folder.rename(isRenamed ? Self.previousName : Self.siteName, to: Self.spareName)
  }

  /// Removes a spare that is of no use.
  func removeSpare() throws(PublishFailure) {
    guard let folder = Folder(at: location.staging), let status = folder.status(of: Self.spareName) else {
      return
    }
    try folder.removeTree(Self.spareName, .init(mode: status.st_mode))
  }

  /// The record of the last build; `nil` where there is none that can be read.
  func record() -> BuildRecord? {
    guard let file = Folder(at: location.staging)?.openFile(Self.recordName),
      let bytes = file.contents(limit: ManifestFile.maximumSize)
    else { return nil }
    return BuildRecordReader.record(from: bytes)
  }

  /// The state of the record's file; `nil` where there is none.
  func recordState() -> FileState? { Folder(at: location.staging)?.state(of: Self.recordName) }

  /// Replaces the record in one step.
  func keep(_ record: BuildRecord, _ jobs: ParallelMap) throws(PublishFailure) {
    let folder = try open()
    let file = try folder.overwriteFile(Self.newRecordName)
    guard BuildRecordWriter.write(record, to: file, jobs) else {
      throw .system("write", folder.location(of: Self.newRecordName))
    }
    try folder.rename(Self.newRecordName, to: Self.recordName)
  }

  /// Replaces the cache of texts in one step; leaves the old one where the new one cannot be written.
  ///
  /// - Parameter write: writes it piece by piece; false where there is nothing to write, or not all of it.
  func keepSources(_ write: ((_ piece: [UInt8]) -> Bool) -> Bool) {
    removeNewSources()
    // It has drafts too: nobody else is to read it.
    guard let folder = Folder(at: location.staging), let file = try? folder.createFile(Self.newSourcesName),
      (try? folder.setMode(0o600, of: Self.newSourcesName)) != nil, write({ $0.withUnsafeBytes(file.write) })
    else { return removeNewSources() }
    do { try folder.rename(Self.newSourcesName, to: Self.sourcesName) } catch { removeNewSources() }
  }

  private func removeNewSources() {
    try? Folder(at: location.staging)?.removeFile(Self.newSourcesName)
  }

  /// The folder with its marker.
  private func open() throws(PublishFailure) -> Folder {
    try Folder.existing(location.parent).makeFolder(Array(name.utf8))
    let folder = try Folder.existing(location.staging)
    // The marker first, empty as yet: whatever is in the folder later, it is known to be ours.
    let marker = Array(Self.marker.utf8)
    if folder.status(of: marker) == nil { _ = try folder.createFile(marker) }
    return folder
  }

  private func note(_ site: Folder, in folder: Folder, isForced: Bool) throws(PublishFailure) {
    let note = StagingNote(site: FileIdentity(try site.status()).number, isForced: isForced)
    let marker = try folder.overwriteFile(Array(Self.marker.utf8))
    guard Array(note.text.utf8).withUnsafeBytes(marker.write) else {
      throw .system("write", "\(location.staging)/\(Self.marker)")
    }
  }

  /// What is left of an earlier build; `nil` where nothing is.
  ///
  /// - Throws: where something is there that is not ours.
  func leftOver() throws(PublishFailure) -> Folder? {
    guard let status = try Folder.existing(location.parent).status(of: Array(name.utf8)) else { return nil }
    guard FolderEntry.Kind(mode: status.st_mode) == .folder else { throw .stagingIsNotOurs(location.staging) }
    let folder = try Folder.existing(location.staging)
    let isMarked = folder.status(of: Array(Self.marker.utf8)) != nil
    // A build killed between the folder and its marker leaves an empty one.
    let isEmpty = try folder.entries().isEmpty
    guard isMarked || isEmpty else { throw .stagingIsNotOurs(location.staging) }
    return folder
  }

  /// Removes what only a running build needs, and the folder with its marker where nothing else is in it.
  func clear(_ folder: Folder) throws(PublishFailure) {
    let marker = Array(Self.marker.utf8)
    let kept = [Self.spareName, Self.recordName, Self.sourcesName]
    let entries = try folder.entries()
    for entry in entries where entry.name != marker && !kept.contains(entry.name) {
      try folder.removeTree(entry.name, entry.kind)
    }
    guard !entries.contains(where: { kept.contains($0.name) }) else { return }
    try folder.removeFile(marker)
    try Folder.existing(location.parent).removeEmptyFolder(Array(name.utf8))
  }

  private var name: String { location.stagingName }
}
