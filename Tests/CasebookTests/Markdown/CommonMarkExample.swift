import Foundation

/// An example of the specification, from `spec-0.30.json` beside the package or below `CASEBOOK_SHARED`.
struct CommonMarkExample: Decodable {
  let markdown: String
  let html: String
  let example: Int

  /// Nil where the file is not there.
  static let all: [CommonMarkExample]? = {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["CASEBOOK_SHARED"].map { URL(filePath: $0) }
      ?? package.deletingLastPathComponent().appending(path: "shared")
    let file = shared.appending(path: "conformance/commonmark/spec-0.30.json")
    return (try? Data(contentsOf: file)).flatMap {
      try? JSONDecoder().decode([CommonMarkExample].self, from: $0)
    }
  }()
}
