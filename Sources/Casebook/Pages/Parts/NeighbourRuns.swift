extension Range<Int> {
  /// What is made of each run of neighbours that belong together, in order.
  ///
  /// - Parameter belongTogether: is asked for two places, one behind the other.
  func runs<Run>(
    where belongTogether: (Int, Int) -> Bool, making make: (Range<Int>) -> Run
  ) -> [Run] {
    var runs: [Run] = []
    runs.reserveCapacity(count)
    var start = lowerBound
    for place in dropFirst() where !belongTogether(place - 1, place) {
      runs.append(make(start..<place))
      start = place
    }
    if start < upperBound { runs.append(make(start..<upperBound)) }
    return runs
  }
}
