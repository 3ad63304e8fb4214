import Synchronization

/// The details of a notice where a cache has them: read when somebody asks. After an edit of a text a warm build looks at
/// those of few notices; what is made from all of them, such as the statistics, reads all.
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
    let isDecoded = source.cache.withEntry(at: place) { YAMLTreeCode.decode($0.tree, into: &yaml) }
    // It was found whole and decoded before. Who writes into the file meanwhile would get pages that lack what it says.
    precondition(isDecoded, "the cache of texts was changed while it was in use")
    var context = ReadingContext(source: text, yaml: yaml, dataKinds: source.dataKinds)
    return made.storeIfNil(NoticeDetails(RecordReader(known: yaml.root), &context))
  }
}
