import Foundation

/// An example of the specification, from `spec-0.30.json` beside the package or below `CASEBOOK_SHARED`.
struct CommonMarkExample: Decodable {
  let markdown: String
  let html: String
  let example: Int

  /// Nil where the file is not there.
  static let all = SharedFolder.file("conformance/commonmark/spec-0.30.json")
    .flatMap { try? Data(contentsOf: $0) }
    .flatMap { try? JSONDecoder().decode([CommonMarkExample].self, from: $0) }
}
