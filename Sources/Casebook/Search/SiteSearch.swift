import Dispatch

/// The search page's index of a site; what its files share is made when the first of them is, or before.
final class SiteSearch: Sendable {
  private let archive: Archive
  private let jobs: Int
  private let documents: Deferred<[SearchDocument]>
  private let version: Deferred<String>
  private let index: Deferred<SearchIndex>

  init(_ archive: Archive, jobs: Int) {
    self.archive = archive
    self.jobs = jobs
    let documents = Deferred { archive.searchDocuments }
    self.documents = documents
    version = Deferred { SearchVersion(archive, documents.value).text }
    index = Deferred { SearchIndex(archive, documents.value, jobs: jobs) }
  }

  /// For the archive as it reads now.
  convenience init(revising search: SiteSearch, _ archive: Archive) {
    self.init(archive, jobs: search.jobs)
  }

  /// Begins with what the files share, on a thread beyond those that make files.
  func begin() { DispatchQueue.global().async { self.index.value.begin() } }

  func append(_ file: PlannedSearch, to bytes: inout [UInt8]) {
    switch file {
    case .pairs(let shard): index.value.append(shard: shard, to: &bytes)
    case .records(let run):
      SearchRecords(archive: archive, documents: documents.value, version: version.value)
        .append(run: run, to: &bytes)
    }
  }

  /// What the script of the search page has to know, as JSON.
  var settings: String {
    let layout = SearchLayout(archive)
    var bytes: [UInt8] = []
    JSONWriter.write(to: &bytes) { json in
      json.object { json in
        json.member("base", archive.site.baseURL.path)
        json.member("folder", PlannedSearch.folder.href(below: archive.site.baseURL.path))
        json.member("version", version.value)
        json.member("documents", layout.documentCount)
        json.member("shardBits", layout.shardBits)
        json.member("recordsPerFile", SearchLayout.recordsPerFile)
        json.member("variants", Self.variants)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Each variant character with the one that stands for it.
  private static var variants: String {
    FoldedName.variants.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" }.joined()
  }
}
