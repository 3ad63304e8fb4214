/// The places of a list that may be long, cut in two: what a page shows at once, and what it folds away.
struct FoldedRange {
  let shown: Range<Int>
  let folded: Range<Int>

  /// - Parameter limit: how many are shown of a longer list; one more alone is not worth folding.
  init(_ places: Range<Int>, limit: Int) {
    let end = places.count > limit + 1 ? places.lowerBound + limit : places.upperBound
    shown = places.lowerBound..<end
    folded = end..<places.upperBound
  }
}
