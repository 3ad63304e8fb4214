// The fifth step: files beside documents get their place in the published site.

extension ArchiveParts {
  /// Fills the attachments.
  ///
  /// A file goes next to the page of the document beside it: from the folder of one incident's notices to
  /// that incident, else to its own path in the site. A file that only hidden documents stand beside, in its
  /// folder or in the nearest folder above it that has any, is not published.
  mutating func placeAttachments() {
    guard !content.attachments.isEmpty else { return }
    let folders = documentFolders()
    attachments = content.attachments.compactMap { path in
      var folder = Self.folder(of: path)
      while folders[folder] == nil, folder.contains("/") { folder = Self.folder(of: folder) }
      guard let target = folders[folder] else { return Attachment(source: path, target: Self.sitePath(path)) }
      switch target {
      case .hidden: return nil
      case .incident(let number):
        let rest = path.dropFirst(folder.count + 1)
        return Attachment(source: path, target: "incidents/\(number)/\(rest)")
      case .several: return Attachment(source: path, target: Self.sitePath(path))
      }
    }
  }

  /// What the documents of one folder have in common.
  private enum FolderUse {
    case hidden
    case incident(CaseNumber)
    case several
  }

  private func documentFolders() -> [String: FolderUse] {
    var folders: [String: FolderUse] = [:]
    let shown = Set(notices.map(\.path) + articles.map(\.article.body.source.path))
    for notice in content.notices {
      let path = notice.body.source.path
      let isShown = shown.contains(path)
      guard let home = notice.cases.first?.value else { continue }
      Self.note(isShown ? .incident(home) : .hidden, forFileAt: path, in: &folders)
    }
    for incident in incidents {
      guard let file = incident.file else { continue }
      Self.note(.incident(incident.number), forFileAt: file.body.source.path, in: &folders)
    }
    for article in content.articles {
      let path = article.body.source.path
      Self.note(shown.contains(path) ? .several : .hidden, forFileAt: path, in: &folders)
    }
    for page in content.pages { Self.note(.several, forFileAt: page.body.source.path, in: &folders) }
    return folders
  }

  private static func note(_ use: FolderUse, forFileAt path: String, in folders: inout [String: FolderUse]) {
    let folder = folder(of: String(path.dropFirst("content/".count)))
    switch (folders[folder], use) {
    case (nil, _), (.hidden, _): folders[folder] = use
    case (_, .hidden): break
    case (.incident(let first), .incident(let second)) where first == second: break
    default: folders[folder] = .several
    }
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// The path in the site: pages stand at its root, every other folder under its own name.
  private static func sitePath(_ path: String) -> String {
    path.hasPrefix("pages/") ? String(path.dropFirst("pages/".count)) : path
  }
}
