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
struct TallyCounter<Key: Sendable & Hashable> {
  private var counts: [Key?: (notices: Int, others: Int)] = [:]

  var keys: [Key] { counts.keys.compactMap { $0 } }

  mutating func addNotices(_ key: Key?) { counts[key, default: (0, 0)].notices += 1 }

  mutating func addOther(_ key: Key?) { counts[key, default: (0, 0)].others += 1 }

  func tally(_ key: Key?) -> Tally<Key> {
    let count = counts[key] ?? (0, 0)
    return Tally(key: key, notices: count.notices, others: count.others)
  }

  /// Those of a vocabulary that occur, the most frequent first, then what states none.
  func tallies(of keys: some Sequence<Key>) -> [Tally<Key>] {
    let stated = keys.map(tally).filter { $0.notices > 0 || $0.others > 0 }
    let sorted = stated.enumerated().sorted { left, right in
      (-left.element.notices, -left.element.others, left.offset)
        < (-right.element.notices, -right.element.others, right.offset)
    }
    return sorted.map(\.element) + (counts[nil] == nil ? [] : [tally(nil)])
  }
}
