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
    let components = path.split(separator: "/").map(String.init)
    guard components.count > 1 else {
      self = path == "site.yaml" ? .site : .misplaced(hint: Self.topLevelHint)
      return
    }
    let rest = components.dropFirst().joined(separator: "/")
    if components[0] == "static" {
      self = .staticFile(path: rest)
    } else if components.contains(where: { $0.hasPrefix(".") }) {
      self = .misplaced(hint: "hidden files are published from content/static/ only; remove it")
    } else {
      self = Self.document(folder: components[0], rest: rest, depth: components.count)
    }
  }

  private static let topLevelHint =
    "content/ holds site.yaml, incidents/, organizations/, tags/, articles/, pages/ and static/"

  private static func document(folder: String, rest: String, depth: Int) -> ContentPath {
    guard ["incidents", "organizations", "tags", "articles", "pages"].contains(folder) else {
      return .misplaced(hint: topLevelHint)
    }
    guard rest.hasSuffix(".md") else { return other(folder: folder, rest: rest) }
    let stem = String(rest.dropLast(3))
    switch folder {
    case "incidents": return stem.split(separator: "/").last == "index" ? .incident : .notice
    case "pages": return .page(path: stem)
    case _ where depth > 2: return .misplaced(hint: "the files of \(folder)/ stand in it without folders")
    case "organizations": return .organization(id: stem)
    case "tags": return .tag(id: stem)
    default: return .article(slug: stem)
    }
  }

  /// A file that is no `.md`: an attachment, if it does not look like a document under another name.
  private static func other(folder: String, rest: String) -> ContentPath {
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
