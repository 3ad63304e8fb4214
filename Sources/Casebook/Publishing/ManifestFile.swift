/// Reads the manifest of an output folder from the disk.
enum ManifestFile {
  /// In bytes: a million pages have about a fifth of it.
  static let maximumSize = 1 << 30

  enum State: Sendable {
    case absent
    case invalid(problem: String)
    case valid(Manifest)
  }

  static func read(in folder: Folder) throws(PublishFailure) -> State {
    try read(try text(in: folder), in: folder)
  }

  /// - Parameter text: the folder's manifest, as `text` gave it.
  static func read(_ text: [UInt8]?, in folder: Folder) throws(PublishFailure) -> State {
    guard let text else {
      return folder.status(of: Array(Manifest.fileName)) == nil
        ? .absent : .invalid(problem: "not a regular file")
    }
    do throws(ManifestReader.Problem) {
      return .valid(try ManifestReader.read(text))
    } catch {
      return .invalid(problem: "line \(error.line): \(error.message)")
    }
  }

  /// The bytes of a folder's manifest; `nil` where there is none. A symbolic link in its place is no manifest.
  static func text(in folder: Folder) throws(PublishFailure) -> [UInt8]? {
    let name = Array(Manifest.fileName)
    guard let status = folder.status(of: name), FolderEntry.Kind(mode: status.st_mode) == .file else {
      return nil
    }
    guard let text = try folder.existingFile(name).contents(limit: maximumSize) else {
      throw .system("read", folder.location(of: name))
    }
    return text
  }
}
