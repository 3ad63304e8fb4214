/// Brings the files that others put into the old archive into the new one.
///
/// Regular files get a second name (a hard link) and so are the same file in both for a moment: it costs no
/// copy of a `.git` folder, and a program that has one open writes into both.
struct CarryOver {
  let old: PublishedSite
  let new: Folder
  let plan: PublishPlan

  /// - Throws: `collision` where the plan has a file in the place of one that is not ours.
  static func check(_ old: PublishedSite, against plan: PublishPlan) throws(PublishFailure) {
    for entry in old.foreign where plan.needsPlace(of: entry) {
      throw .collision(path: String(decoding: entry.path, as: UTF8.self), output: old.folder.location)
    }
  }

  /// Carries over everything in whose place there is nothing new; the count of files and links.
  func run() throws(PublishFailure) -> Int {
    var carried = 0
    var folders: [[UInt8]] = []
    var replaced: [UInt8]?
    for entry in old.foreign {
      if let replaced, entry.path.starts(with: replaced) { continue }
      if plan.needsPlace(of: entry) {
        replaced = entry.path + [UInt8(ascii: "/")]
      } else if entry.kind == .folder {
        try new.makeFolder(entry.path)
        folders.append(entry.path)
      } else {
        try carry(entry)
        carried += 1
      }
    }
    // Innermost first, and after the files: a folder may not let anybody write into it.
    for folder in folders.reversed() {
      if let status = old.folder.status(of: folder) { try new.setMode(status.st_mode, of: folder) }
    }
    return carried
  }

  private func carry(_ entry: PublishedSite.ForeignEntry) throws(PublishFailure) {
    if entry.kind == .symbolicLink {
      guard let target = old.folder.target(ofSymbolicLink: entry.path) else {
        throw .system("read the symbolic link", old.folder.location(of: entry.path))
      }
      try new.makeSymbolicLink(entry.path, to: target)
    } else if try !new.link(entry.path, from: old.folder) {
      try FileCopy.make(entry.path, from: old.folder, to: new)
    }
  }
}
