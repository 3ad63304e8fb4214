/// What the marker of a staging folder says: enough for the next build to clean up after a killed one.
struct StagingNote: Sendable, Hashable {
  /// The inode number of the new archive. When the output has it, the two have been exchanged.
  let site: UInt64
  /// Whether the build was allowed to replace files of others.
  let isForced: Bool

  var text: String { "site \(site)\(isForced ? " force" : "")\n" }

  init(site: UInt64, isForced: Bool) {
    self.site = site
    self.isForced = isForced
  }

  /// `nil` for the empty or cut-off note of a build that was killed while it wrote it.
  init?(text: String) {
    let words = text.split(separator: " ")
    guard text.hasSuffix("\n"), words.count >= 2, words[0] == "site",
      let site = UInt64(words[1].filter { $0 != "\n" })
    else { return nil }
    self.init(site: site, isForced: words.last == "force\n")
  }
}
