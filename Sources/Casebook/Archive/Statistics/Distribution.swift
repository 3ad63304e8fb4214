/// How many values fall into each of a row of ranges.
package struct Distribution: Sendable, Hashable {
  package struct Bin: Sendable, Hashable {
    package let lowerBound: Int
    /// The greatest value of the range; nil for the last, which has no end.
    package let upperBound: Int?
    package internal(set) var count: Int
  }

  package let bins: [Bin]
  /// How many values there are.
  package let total: Int
  /// The middle value, or the mean of the two in the middle; nil without values.
  package let median: Double?
  /// Nil without values.
  package let maximum: Int?

  /// From the first range that has a value to the last.
  package var filledBins: ArraySlice<Bin> {
    guard let first = bins.firstIndex(where: { $0.count > 0 }),
      let last = bins.lastIndex(where: { $0.count > 0 })
    else { return [] }
    return bins[first...last]
  }

  /// - Parameter lowerBounds: the first value of each range, ascending; smaller values fall into the first.
  init(of values: [Int], lowerBounds: [Int]) {
    var bins = lowerBounds.indices.map { index in
      Bin(
        lowerBound: lowerBounds[index],
        upperBound: index + 1 < lowerBounds.count ? lowerBounds[index + 1] - 1 : nil, count: 0)
    }
    for value in values {
      bins[max(0, (lowerBounds.firstIndex { $0 > value } ?? lowerBounds.count) - 1)].count += 1
    }
    self.bins = bins
    total = values.count
    let sorted = values.sorted()
    maximum = sorted.last
    median = sorted.isEmpty ? nil : Double(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
