/// The folder beside the output in which the new archive is built.
///
/// ```
/// public.staging/
///   casebook-staging   the marker: the folder is ours, and which file system object is the new archive
///   site/              the new archive; the old one, once they have been exchanged
///   previous/          the old archive, where the file system can only rename and not exchange
/// ```
///
/// The marker is not inside the archive, so that it never has to be removed from a published one.
struct StagingArea: Sendable {
  static let marker = "casebook-staging"

  let location: OutputLocation

  var site: String { "\(location.staging)/site" }
  var previous: String { "\(location.staging)/previous" }

  /// Makes the folder, its marker and an empty archive.
  func create(isForced: Bool) throws(PublishFailure) -> Folder {
    try Folder.existing(location.parent).makeFolder(Array(name.utf8))
    let folder = try Folder.existing(location.staging)
    // The marker first, empty as yet: whatever is in the folder later, it is known to be ours.
    let marker = try folder.createFile(Array(Self.marker.utf8))
    try folder.makeFolder(Array("site".utf8))
    let site = try Folder.existing(self.site)
    let note = StagingNote(site: FileIdentity(try site.status()).number, isForced: isForced)
    guard Array(note.text.utf8).withUnsafeBytes(marker.write) else {
      throw .system("write", "\(location.staging)/\(Self.marker)")
    }
    return site
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

  /// Removes the folder with everything in it, the marker last.
  func remove(_ folder: Folder) throws(PublishFailure) {
    let marker = Array(Self.marker.utf8)
    for entry in try folder.entries() where entry.name != marker {
      try folder.removeTree(entry.name, entry.kind)
    }
    try folder.removeFile(marker)
    try Folder.existing(location.parent).removeEmptyFolder(Array(name.utf8))
  }

  private var name: String { location.stagingName }
}
