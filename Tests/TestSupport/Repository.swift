import Foundation

/// The repository that the tests stand in.
package enum Repository {
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardizedFileURL.path

  package static func path(_ path: String) -> String { root + "/" + path }
}
