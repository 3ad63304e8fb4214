/// Reads the manifest of an output folder from the disk.
enum ManifestFile {
  /// In bytes: a million pages have about a fifth of it.
  static let maximumSize = 1 << 30

  enum State: Sendable {
    case absent
    case invalid(problem: String)
    case valid(Manifest, text: [UInt8])
  }

  /// A symbolic link in place of the manifest is no manifest.
  static func read(in folder: Folder) throws(PublishFailure) -> State {
    let name = Array(Manifest.fileName)
    guard let status = folder.status(of: name) else { return .absent }
    guard FolderEntry.Kind(mode: status.st_mode) == .file else {
      return .invalid(problem: "not a regular file")
    }
    guard let text = try folder.existingFile(name).contents(limit: maximumSize) else {
      throw .system("read", folder.location(of: name))
    }
    do throws(ManifestReader.Problem) {
      return .valid(try ManifestReader.read(text), text: text)
    } catch {
      return .invalid(problem: "line \(error.line): \(error.message)")
    }
  }
}
