import Testing

@testable import Casebook

/// The table in which the search page's index is gathered.
struct PostingTableTests {
  /// Numbers that look like chance and are the same every time.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64 = 1
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 33)
    }
  }

  @Test(
    "it gives back what was put in, by shard, however many pairs and documents there are",
    arguments: [(0, 0), (3, 4_101), (12, 1 << 20)])
  func everything(_ bits: Int, _ textLength: Int) {
    var numbers = Numbers()
    let table = PostingTable(textLength: textLength)
    var expected: [UInt32: [UInt32]] = [:]
    // Some pairs in nearly every document, most in one or two, with distances of one to three bytes.
    for document in stride(from: UInt32(0), to: 40_000, by: 97) {
      for _ in 0..<60 {
        let key = UInt32.random(in: 1...UInt32(document % 2 == 0 ? 40 : 30_000), using: &numbers) << 11
        table.insert(key, of: document)
        if expected[key]?.last != document { expected[key, default: []].append(document) }
      }
    }
    var found: [UInt32: [UInt32]] = [:]
    for shard in 0..<1 << bits {
      table.forEachPair(ofShard: shard, bits: bits) { key, slot in
        #expect(PostingTable.shard(of: key, bits: bits) == shard)
        let documents = documents(ofSlot: slot, in: table)
        #expect(found.updateValue(documents, forKey: key) == nil)
      }
    }
    #expect(found == expected)
    #expect(found.count > 8_000)
  }

  private func documents(ofSlot slot: Int, in table: PostingTable) -> [UInt32] {
    var bytes: [UInt8] = []
    let last = table.appendDistances(ofSlot: slot, from: 0, to: &bytes)
    var documents: [UInt32] = []
    var (distance, shift): (UInt32, UInt32) = (0, 0)
    for byte in bytes {
      distance |= UInt32(byte & 0x7F) << shift
      shift += 7
      guard byte < 0x80 else { continue }
      documents.append((documents.last ?? 0) + distance)
      (distance, shift) = (0, 0)
    }
    #expect(documents.last == last)
    return documents
  }

  @Test("a list is written in the shorter of its two forms, and both say the same", arguments: [1, 2, 5, 40])
  func lists(_ step: Int) {
    let documents = Array(stride(from: 3, to: 1_000, by: step))
    var list = PostingList(documentCount: 1_000)
    // As two threads gather them, each a run of documents.
    for run in [documents[..<9], documents[9...]] {
      let table = PostingTable()
      for document in run { table.insert(1 << 16, of: UInt32(document)) }
      table.forEachPair(ofShard: 0, bits: 0) { _, slot in list.add(slot, of: table) }
    }
    var bytes: [UInt8] = [1]
    list.append(to: &bytes)
    #expect(bytes.count <= 1 + 2 + 125)
    #expect(ReadPairs(bytes + [0]).names.values.first == documents)
  }
}
