/// The folder in which the new archive comes to be: empty at first, or the spare, in which most files are right already.
struct NewSite: Sendable {
  let folder: Folder
  /// What the folder had in it when it was taken; `nil` where it was made for this build.
  let spare: BuildRecord.Spare?

  /// Creates a file, in the place of one that the spare may have there. That one is not written into: it has a second
  /// name in the output.
  func createFile(_ path: [UInt8], lastFolder: inout [UInt8]) throws(PublishFailure) -> FileDescriptor {
    if spare != nil { try folder.removeFile(path) }
    return try folder.createFile(path, lastFolder: &lastFolder)
  }

  /// Gives a file of the old archive a second name at the same path, in the place of what the spare may have there; a
  /// copy, and false, where the file system refuses.
  func link(_ path: [UInt8], from old: Folder) throws(PublishFailure) -> Bool {
    if spare != nil { try folder.removeFile(path) }
    if try folder.link(path, from: old) { return true }
    try FileCopy.make(path, from: old, to: folder)
    return false
  }
}
