/// Brings the files that others put into the old archive into the new one.
///
/// Regular files get a second name (a hard link) and so are the same file in both for a moment: it costs no
/// copy of a `.git` folder, and a program that has one open writes into both.
struct CarryOver {
  let old: PublishedSite
  let new: NewSite
  let plan: PublishPlan
  /// What is in the new archive already.
  let kept: Set<SiteTree.ForeignEntry>

  /// - Throws: `collision` where the plan has a file in the place of one that is not ours.
  static func check(_ old: PublishedSite, against plan: PublishPlan) throws(PublishFailure) {
    for entry in old.foreign where plan.needsPlace(of: entry) {
      throw .collision(path: String(decoding: entry.path, as: UTF8.self), output: old.folder.location)
    }
  }

  /// What others have in the new archive too, folders before what is in them: everything in whose place there is nothing
  /// new.
  static func entries(of old: PublishedSite, beside plan: PublishPlan) -> [SiteTree.ForeignEntry] {
    var replaced: [UInt8]?
    return old.foreign.filter { entry in
      if let replaced, entry.path.starts(with: replaced) { return false }
      guard plan.needsPlace(of: entry) else { return true }
      replaced = entry.path + [UInt8(ascii: "/")]
      return false
    }
  }

  /// False where a file had to be copied.
  func run() throws(PublishFailure) -> Bool {
    let entries = Self.entries(of: old, beside: plan)
    var isLinked = true
    for entry in entries where !kept.contains(entry) { isLinked = try carry(entry) && isLinked }
    // Innermost first, and after the files: a folder may not let anybody write into it.
    for entry in entries.reversed() where entry.kind == .folder {
      if let mode = old.folder.status(of: entry.path)?.st_mode,
        mode != new.folder.status(of: entry.path)?.st_mode
      {
        try new.folder.setMode(mode, of: entry.path)
      }
    }
    return isLinked
  }

  private func carry(_ entry: SiteTree.ForeignEntry) throws(PublishFailure) -> Bool {
    switch entry.kind {
    case .folder:
      try new.folder.makeFolder(entry.path)
      return true
    case .symbolicLink:
      guard let target = old.folder.target(ofSymbolicLink: entry.path) else {
        throw .system("read the symbolic link", old.folder.location(of: entry.path))
      }
      try new.folder.makeSymbolicLink(entry.path, to: target)
      return true
    case .file, .special: return try new.link(entry.path, from: old.folder)
    }
  }
}
