import Foundation

/// A folder of its own for one test, removed with it. Paths are relative to it.
open class TemporaryFolder {
  /// Without symbolic links, as the system names it.
  package let root: String

  package init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "casebook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    guard let resolved = realpath(folder.path, nil) else { throw CocoaError(.fileNoSuchFile) }
    defer { free(resolved) }
    root = String(cString: resolved)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  package func write(_ text: String, _ path: String) throws {
    try write(Array(text.utf8), path)
  }

  package func write(_ bytes: [UInt8], _ path: String) throws {
    let file = URL(filePath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// Nil where there is no such file.
  package func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: root + "/" + path).map { String(decoding: $0, as: UTF8.self) }
  }

  package func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: root + "/" + path, withIntermediateDirectories: true)
  }

  package func makeLink(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: root + "/" + path, withDestinationPath: target)
  }

  package func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: root + "/" + path)
  }

  /// Every file below a folder, with its bytes, by its path from there; links are not followed.
  package func files(in folder: String) throws -> [String: Data] {
    let start = folder.isEmpty ? root : root + "/" + folder
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: start) {
      let attributes = try FileManager.default.attributesOfItem(atPath: start + "/" + path)
      guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      files[path] = FileManager.default.contents(atPath: start + "/" + path)
    }
    return files
  }
}
