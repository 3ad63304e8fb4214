import Foundation

/// The repository's templates with an archive's own files over them, in a folder of its own.
///
/// An archive that is about a broken template holds that template only; an empty file takes a template away.
final class OverlaidTemplates {
  /// The folder that holds `templates/`.
  let root: String

  init(over archive: String) throws {
    let files = FileManager.default
    root = NSTemporaryDirectory() + "casebook-templates-" + UUID().uuidString
    try files.createDirectory(atPath: root, withIntermediateDirectories: true)
    try files.copyItem(atPath: Repository.path("templates"), toPath: root + "/templates")
    let overlay = archive + "/templates"
    for path in files.enumerator(atPath: overlay)?.compactMap({ $0 as? String }) ?? [] {
      guard let bytes = files.contents(atPath: "\(overlay)/\(path)") else { continue }
      let target = "\(root)/templates/\(path)"
      if files.fileExists(atPath: target) { try files.removeItem(atPath: target) }
      if !bytes.isEmpty { try bytes.write(to: URL(filePath: target)) }
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }
}
