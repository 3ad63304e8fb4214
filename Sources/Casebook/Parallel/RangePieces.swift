extension Range<Int> {
  /// Its pieces of a length, in order; the last may be shorter. For work of which a thread is to take some at a time.
  func pieces(ofLength length: Int) -> [Range<Int>] {
    stride(from: lowerBound, to: upperBound, by: length).map { $0..<Swift.min($0 + length, upperBound) }
  }
}
