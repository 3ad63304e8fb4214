/// Which documents hold which pairs of characters, in their names and in their texts; made once for all shards, by all
/// threads that come for one meanwhile.
struct SearchIndex: Sendable {
  /// The pairs of a run of documents.
  private struct Part: Sendable {
    let names: PostingTable
    let texts: PostingTable

    func postings(of field: Field) -> PostingTable { field == .names ? names : texts }
  }

  private let layout: SearchLayout
  /// In the order of their documents.
  private let parts: JointWork<Part>

  /// - Parameter jobs: how many threads read the texts, each a run of documents of its own.
  init(_ archive: Archive, _ documents: [SearchDocument], jobs: Int) {
    layout = SearchLayout(archive)
    let folding = SearchFolding()
    let count = documents.count
    parts = JointWork(count: jobs, jobs: jobs) { job in
      Self.part(archive, documents, (count * job / jobs)..<(count * (job + 1) / jobs), folding)
    }
  }

  /// Begins to read the texts on a thread of its own, for whoever asks for a shard later.
  func begin() { parts.begin() }

  private static func part(
    _ archive: Archive, _ documents: [SearchDocument], _ range: Range<Int>, _ folding: SearchFolding
  ) -> Part {
    var names = SearchPairs(folding)
    let length = range.reduce(0) { $0 + (archive.searchBody(of: documents[$1])?.range.count ?? 0) }
    var texts = SearchPairs(folding, textLength: length)
    for index in range {
      for name in archive.searchNames(of: documents[index]) {
        names.add(name, of: index)
        names.addSingles(name, of: index)
      }
      archive.forEachSearchText(of: documents[index]) { texts.add($0, of: index) }
      archive.searchBody(of: documents[index]).map { texts.add($0.bytes, of: index) }
    }
    return Part(names: names.postings, texts: texts.postings)
  }

  /// Appends the file of a shard: its pairs in rising order, each as the distance from the one before it and two lists of
  /// documents, of those that have it in their names and of those that have it in their texts.
  ///
  /// A number has seven bits a byte, the lowest first; all bytes but its last have the eighth. A list is its length in
  /// bytes, doubled, and its bytes: distances between documents, the first from 0; or, where that is shorter and the number
  /// one more, a bit for each document, the lowest first.
  func append(shard: Int, to bytes: inout [UInt8]) {
    var list = PostingList(documentCount: layout.documentCount)
    let parts = parts.values
    let places = places(ofShard: shard, in: parts)
    var previous: UInt32 = 0
    var index = 0
    while index < places.count {
      let key = places[index].key
      bytes.append(variableLength: UInt(key - previous))
      previous = key
      for field in [Field.names, .texts] {
        list.removeAll()
        while index < places.count, places[index].key == key, places[index].field == field {
          let place = places[index]
          list.add(place.slot, of: parts[place.part].postings(of: place.field))
          index += 1
        }
        list.append(to: &bytes)
      }
    }
  }

  private enum Field: UInt8 {
    case names
    case texts
  }

  /// Where the documents of a pair stand in one part.
  private struct Place {
    let key: UInt32
    let field: Field
    let part: Int
    let slot: Int

    static func precedes(_ left: Place, _ right: Place) -> Bool {
      if left.key != right.key { return left.key < right.key }
      if left.field != right.field { return left.field.rawValue < right.field.rawValue }
      return left.part < right.part
    }
  }

  private func places(ofShard shard: Int, in parts: [Part]) -> [Place] {
    var places: [Place] = []
    for (number, part) in parts.enumerated() {
      for field in [Field.names, .texts] {
        part.postings(of: field).forEachPair(ofShard: shard, bits: layout.shardBits) { key, slot in
          places.append(Place(key: key, field: field, part: number, slot: slot))
        }
      }
    }
    places.sort(by: Place.precedes)
    return places
  }
}
