/// The items in the order of their paths: their own order leaves no trace.
struct PublishPlan: Sendable {
  let items: [PublishItem]
  let paths: SortedPaths

  /// - Throws: where two items cannot both be written.
  init(_ items: [PublishItem]) throws(PublishFailure) {
    self.items = items.sorted { $0.path < $1.path }
    paths = SortedPaths(
      sorted: items.flatMap { [$0.path] + [$0.compressed].compactMap(\.self) }.sorted())
    for (path, next) in zip(paths.paths, paths.paths.dropFirst()) where path == next {
      throw .conflictingItems(path, next)
    }
    for path in paths.paths {
      if let inside = paths.firstFile(inFolder: path.bytes) { throw .conflictingItems(path, inside) }
    }
  }

  /// Whether a new file, or a folder for one, has to be where this entry is.
  func needsPlace(of entry: PublishedSite.ForeignEntry) -> Bool {
    if entry.path.elementsEqual(Manifest.fileName) || paths.index(of: entry.path) != nil { return true }
    return entry.kind != .folder && paths.firstFile(inFolder: entry.path) != nil
  }
}
