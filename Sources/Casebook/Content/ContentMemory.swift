import Foundation

/// What was read of each file of `content/`, so that a file is read again only when it changed.
package struct ContentMemory: Sendable {
  private struct Entry: Sendable {
    let state: FileState
    /// False for a file that was being written when it was read: its state says nothing about its bytes.
    let isResting: Bool
    let file: ReadFile
  }

  private var entries: [FilePath: Entry] = [:]
  private var dataKinds: [String: DataKind] = [:]

  package init() {}

  /// What is known of a file in just this state.
  subscript(file: FileListing.File) -> ReadFile? {
    get {
      guard let entry = entries[FilePath(file.path)], entry.state == file.state else { return nil }
      return entry.file
    }
    set {
      entries[FilePath(file.path)] = newValue.map { read in
        Entry(
          state: file.state, isResting: file.state.isResting(at: Int64(Date().timeIntervalSince1970)),
          file: read)
      }
    }
  }

  /// Forgets files that are known to have changed, and everything below such a path.
  ///
  /// - Parameter paths: paths under `content/`.
  package mutating func forget(_ paths: Set<String>) {
    for path in paths where entries.removeValue(forKey: FilePath(path)) == nil {
      entries = entries.filter { !$0.key.text.hasPrefix(path + "/") }
    }
  }

  /// Forgets what is not listed any more, and what may have changed without a trace in its state.
  package mutating func compare(with listing: FileListing) {
    guard !entries.isEmpty else { return }
    let listed = Set(listing.files.map { FilePath($0.path) })
    entries = entries.filter { $0.value.isResting && listed.contains($0.key) }
  }

  /// Documents are read with the kinds of data that site.yaml declares: other kinds, other documents.
  mutating func prepare(for dataKinds: [String: DataKind]) {
    guard dataKinds != self.dataKinds else { return }
    self.dataKinds = dataKinds
    entries = [:]
  }
}
