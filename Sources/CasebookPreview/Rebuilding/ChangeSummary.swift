import Casebook
import Foundation

/// What became of the paths that were named as changed.
struct ChangeSummary: Sendable {
  private static let maximumNames = 3

  /// `changed content/site.yaml`, `added content/a.md, removed content/b.md and 3 others`.
  let text: String
  /// The paths that changed, without what came and went, such as an editor's temporary file; nil when all may have.
  let paths: Set<String>?

  /// - Parameters:
  ///   - root: the archive's folder.
  ///   - isKnown: true for a path that was there at the last load.
  init(_ changes: SiteLoader.Changes, root: String, isKnown: (String) -> Bool) {
    guard case .paths(let all) = changes else {
      text = "everything looked at again"
      paths = nil
      return
    }
    let entries = all.sorted().compactMap { path in
      Self.word(path, root: root, isKnown: isKnown).map { (path: path, text: "\($0) \(path)") }
    }
    paths = Set(entries.map(\.path))
    let rest = entries.count - Self.maximumNames
    let others = rest > 0 ? " and \(rest) \(rest == 1 ? "other" : "others")" : ""
    text =
      entries.isEmpty
      ? "nothing changed" : entries.prefix(Self.maximumNames).map(\.text).joined(separator: ", ") + others
  }

  private static func word(_ path: String, root: String, isKnown: (String) -> Bool) -> String? {
    let exists = FileManager.default.fileExists(atPath: root + "/" + path)
    return switch (isKnown(path), exists) {
    case (true, true): "changed"
    case (true, false): "removed"
    case (false, true): "added"
    case (false, false): nil
    }
  }

  /// True when a file changed that pages refer to and do not contain, such as an image.
  var concernsFiles: Bool {
    guard let paths else { return true }
    return paths.contains { path in
      let isContained = path.hasSuffix(".md") || path.hasSuffix(".yaml") || path.hasPrefix("templates")
      return !isContained || path.hasPrefix("content/static/")
    }
  }

  /// True when a finding may be of another time.
  func concerns(_ diagnostic: Diagnostic) -> Bool {
    guard let paths, let path = diagnostic.place?.path else { return true }
    return paths.contains { path == $0 || path.hasPrefix($0 + "/") }
  }
}
