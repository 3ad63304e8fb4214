/// A file of the index that the search page reads.
package enum PlannedSearch: Sendable, Hashable {
  /// The documents of the pairs of characters that fall to a shard.
  case pairs(Int)
  /// What results show of a run of documents.
  case records(Int)

  /// Its address.
  var url: SiteURL {
    switch self {
    case .pairs(let shard): SiteURL("\(Self.folder.path)pairs/\(shard).bin")
    case .records(let run): SiteURL("\(Self.folder.path)records/\(run).json")
    }
  }

  /// The page, below which the files stand.
  static let folder = SiteURL.search

  /// The files of an archive's index.
  static func files(of archive: Archive) -> [PlannedSearch] {
    let layout = SearchLayout(archive)
    return (0..<layout.shardCount).map(pairs) + (0..<layout.recordFileCount).map(records)
  }
}

/// Into how many files the index of an archive is cut.
///
/// A query reads one shard for each of its pairs and one file of records for each run that a result is from. Shards of
/// about 10 kB are small enough for that, and few enough to be written.
struct SearchLayout: Sendable, Hashable {
  /// How many documents a file of records is about.
  static let recordsPerFile = 32
  /// In bytes: how much text makes one shard.
  private static let textPerShard = 80_000
  /// 4,096 shards are enough for 100,000 notices.
  static let maximumShardBits = 12

  let documentCount: Int
  /// There are two to this power.
  let shardBits: Int

  var shardCount: Int { 1 << shardBits }
  var recordFileCount: Int { (documentCount + Self.recordsPerFile - 1) / Self.recordsPerFile }

  init(_ archive: Archive) {
    var textLength = 0
    var count = archive.organizations.count + archive.tags.count + archive.incidents.count
    count += archive.articles.count + archive.pages.count
    for notice in archive.notices where !notice.incidents.isEmpty {
      count += 1
      textLength += notice.notice.body.range.count
    }
    documentCount = count
    let shards = textLength / Self.textPerShard
    shardBits = min(Self.maximumShardBits, shards < 2 ? 0 : Int.bitWidth - (shards - 1).leadingZeroBitCount)
  }
}
