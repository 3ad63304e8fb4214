/// Where the headings of an index by reading stand among its entries; found once for all pages of the index.
struct IndexGroups: Sendable {
  /// The entries under one heading.
  struct Run: Sendable {
    let group: IndexGroup
    let entries: Range<Int>
  }

  let count: Int
  /// In index order, without empty ones.
  let runs: [Run]

  /// - Parameter readings: of the entries, in index order; those without one come last and stand under 他.
  init(_ readings: [Reading?]) {
    count = readings.count
    var runs: [Run] = []
    for (index, reading) in readings.enumerated() {
      let group = reading?.group ?? .other
      if let last = runs.last, last.group == group {
        runs[runs.count - 1] = Run(group: group, entries: last.entries.lowerBound..<index + 1)
      } else {
        runs.append(Run(group: group, entries: index..<index + 1))
      }
    }
    self.runs = runs
  }

  /// The ten rows of the 五十音, whether they have entries or not, and the other headings that have.
  ///
  /// The place is that of the first entry; nil for a row without one.
  var headings: [(group: IndexGroup, start: Int?)] {
    IndexGroup.all.compactMap { group in
      let start = runs.first { $0.group == group }?.entries.lowerBound
      if start == nil, group == .latin || group == .other { return nil }
      return (group, start)
    }
  }
}
