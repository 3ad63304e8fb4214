/// The kinds of data that an archive knows: the built-in ones and those of `site.yaml`.
struct KnownDataKinds: Sendable, Equatable {
  private(set) var all: [DataKind] = []
  private let table: WordTable<DataKind>

  /// - Parameter kinds: of two with one id the last counts.
  init(_ kinds: [DataKind]) {
    table = WordTable(kinds.map { ($0.id, $0) })
    for kind in kinds {
      if let index = all.firstIndex(where: { $0.id == kind.id }) {
        all[index] = kind
      } else {
        all.append(kind)
      }
    }
  }

  /// Those of an archive; the built-in ones when its site.yaml cannot be read.
  init(_ site: Site?) {
    self.init(DataKind.builtIn + (site?.dataKinds ?? []))
  }

  /// The kind that a word of front matter means.
  func kind(_ word: UnsafeBufferPointer<UInt8>) -> DataKind? { table.value(of: word) }

  /// Of all that tells them from others.
  var hash: SourceHash {
    let text = all.map { "\($0.id)\0\($0.label)\0\($0.veris.rawValue)\n" }.joined()
    return Array(text.utf8).withUnsafeBytes { SourceHash(of: $0) }
  }

  static func == (left: KnownDataKinds, right: KnownDataKinds) -> Bool { left.all == right.all }
}
