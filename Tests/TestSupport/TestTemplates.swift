import Casebook
import Foundation

/// The templates that tests build with: one fact a line, so that no test depends on the wording of the shipped
/// ones. A kind of page without a file in `Tests/Archives/templates/` shows what the layout shows of every page.
package enum TestTemplates {
  package static let folder = "Tests/Archives/templates"

  /// Their texts by their paths in `templates/`.
  package static func files() throws -> [String: String] {
    var files: [String: String] = [:]
    for kind in PageKind.allCases { files[kind.template + ".mustache"] = "{{<layout}}{{/layout}}\n" }
    for path in try FileManager.default.subpathsOfDirectory(atPath: Repository.path(folder)) {
      guard path.hasSuffix(".mustache") else { continue }
      files[path] = try String(contentsOfFile: Repository.path(folder) + "/" + path, encoding: .utf8)
    }
    return files
  }
}
