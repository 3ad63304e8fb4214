import Synchronization

/// The details of a notice where a cache has them: read when somebody asks, since a warm build looks at those of few.
///
/// A cache has only what was read without a finding, by this program and with the kinds of data that it names: reading it
/// again has none either.
final class KeptNoticeDetails: Sendable {
  /// What the details of all notices are read from.
  final class Source: Sendable {
    fileprivate let cache: SourceCache
    fileprivate let dataKinds: KnownDataKinds

    /// Nil where the cache is of other kinds of data.
    init?(_ cache: SourceCache, _ dataKinds: KnownDataKinds) {
      guard cache.dataKinds == dataKinds.hash else { return nil }
      self.cache = cache
      self.dataKinds = dataKinds
    }
  }

  private let source: Source
  /// Of the entry in the cache.
  private let place: Int
  private let made = AtomicLazyReference<NoticeDetails>()

  init(_ source: Source, at place: Int) {
    self.source = source
    self.place = place
  }

  /// - Parameter text: of the notice.
  func value(of text: SourceText) -> NoticeDetails {
    if let details = made.load() { return details }
    var yaml = YAMLTree()
    let isTree = source.cache.withEntry(at: place) { YAMLTreeCode.decode($0.tree, into: &yaml) }
    precondition(isTree, "the cache of texts changed while it was in use")
    var context = ReadingContext(source: text, yaml: yaml, dataKinds: source.dataKinds)
    guard let reader = RecordReader(yaml.root, keys: NoticeKeys.all, &context) else {
      preconditionFailure("the cache of texts has a notice that is none")
    }
    return made.storeIfNil(NoticeDetails(reader, &context))
  }
}
