import Foundation

/// What was read of each file of `content/`, so that a file is read again only when it changed.
package struct ContentMemory: Sendable {
  /// A file with what reading it gave.
  struct Entry: Sendable {
    fileprivate let listed: FileListing.File
    /// False for a file that was being written when it was read: its state says nothing about its bytes.
    fileprivate let isResting: Bool
    let file: ReadFile
    /// Kept here, so that nobody has to look into every file for the few that have some.
    let hasFindings: Bool

    /// - Parameter now: seconds since 1970.
    init(_ listed: FileListing.File, now: Int64, _ file: ReadFile) {
      self.listed = listed
      isResting = listed.state.isResting(at: now)
      self.file = file
      hasFindings = !file.diagnostics.isEmpty
    }

    /// What a cache holds of it; nil for nothing: what is in there has no finding.
    fileprivate var cached: Document? { hasFindings ? nil : file.document }

    /// Appends what a cache holds of it, if anything.
    fileprivate func append(to cache: inout [UInt8], _ old: SourceCache?) {
      guard let body = cached?.body else { return }
      if let tree = file.encodedFrontMatter {
        SourceCacheEntry.append(path: file.path, listed.state, body, tree: tree, to: &cache)
      } else {
        _ = old?.withEntry(of: file.path) { cache += $0.bytes }
      }
    }
  }

  /// In the order of the paths.
  private var entries: [Entry] = []
  private var dataKinds = KnownDataKinds([])

  package init() {}

  /// The files of a listing, in its order; those that are not known in just their state are read.
  mutating func files(of listing: FileListing, read: ([FileListing.File]) -> [Entry]) -> [Entry] {
    guard !entries.isEmpty else {
      entries = read(listing.files)
      return entries
    }
    var known = self.known(of: listing)
    let unread = known.indices.filter { known[$0] == nil }
    for (index, entry) in zip(unread, read(unread.map { listing.files[$0] })) { known[index] = entry }
    entries = known.compactMap(\.self)
    return entries
  }

  private func known(of listing: FileListing) -> [Entry?] {
    var rest = entries[...]
    return listing.files.map { file in
      while let entry = rest.first, PathOrder.precedes(entry.listed.path, file.path) { rest.removeFirst() }
      guard let entry = rest.first, entry.listed.state == file.state,
        !PathOrder.precedes(file.path, entry.listed.path)
      else { return nil }
      return entry
    }
  }

  /// True where a cache lacks more of what was read than a few files, or holds files that are gone.
  func hasNews(for cache: SourceCache?) -> Bool {
    let documents = entries.count { $0.cached != nil }
    let fresh = entries.count { $0.isResting && $0.cached != nil && $0.file.encodedFrontMatter != nil }
    guard let cache else { return fresh > 0 }
    return fresh > cache.count / Self.negligiblePart || documents < cache.count
  }

  /// Writes what a cache is to hold of what was read.
  ///
  /// - Parameters:
  ///   - old: the cache that was read from.
  ///   - program: see `SourceCache`.
  ///   - write: takes the cache piece by piece; false where it cannot go on.
  /// - Returns: false where not all was written.
  func writeCache(
    replacing old: SourceCache?, program: [UInt8], _ write: ([UInt8]) -> Bool
  ) -> Bool {
    var piece = SourceCache.head + program
    withUnsafeBytes(of: dataKinds.hash) { piece += $0 }
    for entry in entries where entry.isResting {
      entry.append(to: &piece, old)
      guard piece.count >= Self.pieceLength else { continue }
      guard write(piece) else { return false }
      piece.removeAll(keepingCapacity: true)
    }
    return write(piece)
  }

  /// A cache is written anew when it lacks more than this part of the files.
  private static let negligiblePart = 20
  /// In bytes.
  private static let pieceLength = 1 << 20

  /// Forgets files that are known to have changed, and everything below such a path.
  ///
  /// - Parameter paths: paths under `content/`.
  package mutating func forget(_ paths: Set<String>) {
    for path in paths { entries.removeSubrange(PathOrder.positions(of: path, in: entries, \.listed.path)) }
    for path in paths { entries.removeSubrange(PathOrder.positions(below: path, in: entries, \.listed.path)) }
  }

  /// Forgets what may have changed without a trace in its state.
  package mutating func forgetUnsettled() {
    entries.removeAll { !$0.isResting }
  }

  /// Documents are read with the kinds of data that site.yaml declares: other kinds, other documents.
  mutating func prepare(for dataKinds: KnownDataKinds) {
    guard dataKinds != self.dataKinds else { return }
    self.dataKinds = dataKinds
    entries = []
  }
}
