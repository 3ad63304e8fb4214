import Foundation

/// The folder of specification data beside the repository, where it is there, or where CASEBOOK_SHARED says.
enum SharedFolder {
  static func file(_ path: String) -> URL? {
    let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    let shared = ProcessInfo.processInfo.environment["CASEBOOK_SHARED"].map { URL(filePath: $0) }
    let file = (shared ?? package.appending(path: "../shared")).appending(path: path).standardizedFileURL
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }
}
