/// How often something occurs in the archive.
package struct Tally<Key: Sendable & Hashable>: Sendable, Hashable {
  /// Nil for what does not state it.
  package let key: Key?
  /// Notices that have it.
  package let notices: Int
  /// Incidents that have it, or organizations, as the list says.
  package let others: Int
}

/// Counts by key while the statistics are made.
///
/// Keys are few, the words of a vocabulary or months, and mostly the one that came before: they are found sooner one after another
/// than by their hashes, but for months that come without order over decades.
struct TallyCounter<Key: Sendable & Hashable> {
  private var counts: [(key: Key?, notices: Int, others: Int)] = []
  /// The place that was used last.
  private var recent = 0

  var keys: [Key] { counts.compactMap(\.key) }

  mutating func addNotices(_ key: Key?) { counts[place(of: key)].notices += 1 }

  mutating func addOther(_ key: Key?) { counts[place(of: key)].others += 1 }

  private mutating func place(of key: Key?) -> Int {
    if recent < counts.count, counts[recent].key == key { return recent }
    recent = counts.firstIndex { $0.key == key } ?? counts.count
    if recent == counts.count { counts.append((key, 0, 0)) }
    return recent
  }

  func tally(_ key: Key?) -> Tally<Key> {
    let count = counts.first { $0.key == key }
    return Tally(key: key, notices: count?.notices ?? 0, others: count?.others ?? 0)
  }

  /// Those of a vocabulary that occur, the most frequent first, then what states none.
  func tallies(of keys: some Sequence<Key>) -> [Tally<Key>] {
    let stated = keys.map(tally).filter { $0.notices > 0 || $0.others > 0 }
    return stated.mostFrequentFirst() + (counts.contains { $0.key == nil } ? [tally(nil)] : [])
  }
}

extension Array {
  /// By notices, then by the others; what is as frequent stays in its order.
  func mostFrequentFirst<Key>() -> [Tally<Key>] where Element == Tally<Key> {
    let sorted = enumerated().sorted { left, right in
      (-left.element.notices, -left.element.others, left.offset)
        < (-right.element.notices, -right.element.others, right.offset)
    }
    return sorted.map(\.element)
  }
}
