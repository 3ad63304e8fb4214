/// The items in the order of their paths: their own order leaves no trace.
struct PublishPlan: Sendable {
  let items: [PublishItem]
  let paths: SortedPaths

  /// - Throws: where two items cannot both be written.
  init(_ items: [PublishItem]) throws(PublishFailure) {
    self.items = items.sorted { $0.path < $1.path }
    let compressed = items.compactMap(\.compressed)
    let own = self.items.map(\.path)
    paths = SortedPaths(sorted: compressed.isEmpty ? own : (own + compressed).sorted())
    if let (first, second) = paths.firstConflict { throw .conflictingItems(first, second) }
  }

  /// Whether a new file, or a folder for one, has to be where this entry is.
  func needsPlace(of entry: SiteTree.ForeignEntry) -> Bool {
    if entry.path.elementsEqual(Manifest.fileName) || paths.index(of: entry.path) != nil { return true }
    return entry.kind != .folder && paths.firstFile(inFolder: entry.path) != nil
  }
}
