/// What a file of `content/` is, by its place alone.
enum ContentPath: Hashable {
  case site
  /// A notice, or an incident's own file: the one named `index.md`.
  case notice
  case incident
  case organization(id: String)
  case tag(id: String)
  case article(slug: String)
  case page(path: String)
  case attachment
  case staticFile(path: String)
  /// A file that has no place there; the value says what to do.
  case misplaced(hint: String)

  /// - Parameter path: the path under `content/`.
  init(_ path: String) {
    guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else {
      self = path == "site.yaml" ? .site : .misplaced(hint: Self.topLevelHint)
      return
    }
    let folder = String(path[..<slash])
    let rest = path[path.utf8.index(after: slash)...]
    if folder == "static" {
      self = .staticFile(path: String(rest))
    } else if Self.hasHiddenPart(path) {
      self = .misplaced(hint: "hidden files are published from content/static/ only; remove it")
    } else {
      self = Self.document(folder: folder, rest: rest)
    }
  }

  /// True when a part of the path starts with a dot.
  private static func hasHiddenPart(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { path in
      path.first == UInt8(ascii: ".") || path.hasPair(UInt8(ascii: "/"), UInt8(ascii: "."))
    }
  }

  private static let folders = ["incidents", "organizations", "tags", "articles", "pages"]

  private static let topLevelHint =
    "content/ holds site.yaml, incidents/, organizations/, tags/, articles/, pages/ and static/"

  private static func document(folder: String, rest: Substring) -> ContentPath {
    guard folders.contains(folder) else {
      return .misplaced(hint: topLevelHint)
    }
    guard ends(rest, with: ".md") else { return other(folder: folder, rest: rest) }
    let stem = rest[..<rest.utf8.index(rest.endIndex, offsetBy: -3)]
    switch folder {
    case "incidents": return isIndex(stem) ? .incident : .notice
    case "pages": return .page(path: String(stem))
    case _ where stem.contains(byte: UInt8(ascii: "/")):
      return .misplaced(hint: "the files of \(folder)/ stand in it without folders")
    case "organizations": return .organization(id: String(stem))
    case "tags": return .tag(id: String(stem))
    default: return .article(slug: String(stem))
    }
  }

  private static func isIndex(_ stem: Substring) -> Bool { stem == "index" || ends(stem, with: "/index") }

  /// True for the same bytes, which need not be the same characters.
  private static func ends(_ text: Substring, with ending: StaticString) -> Bool {
    let ending = UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount)
    let isEnd = text.utf8.withContiguousStorageIfAvailable { $0.suffix(ending.count).elementsEqual(ending) }
    return isEnd ?? text.utf8.suffix(ending.count).elementsEqual(ending)
  }

  /// A file that is no `.md`: an attachment, if it does not look like a document under another name.
  private static func other(folder: String, rest: Substring) -> ContentPath {
    let ending = rest.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if ["md", "markdown", "mdown", "mkd"].contains(ending) {
      return .misplaced(hint: "a document's name ends in .md, in small letters; rename it")
    }
    if folder == "organizations" || folder == "tags" {
      return .misplaced(
        hint: "\(folder)/ holds .md files only; other files are published from content/static/")
    }
    return .attachment
  }
}
