/// A list that may be long, cut in two: what a page shows at once, and what it folds away.
struct FoldedList<Item: Sendable>: Sendable {
  let shown: [Item]
  let folded: [Item]

  /// - Parameter limit: how many are shown of a longer list; one more alone is not worth folding.
  init(_ items: [Item], limit: Int) {
    guard items.count > limit + 1 else {
      shown = items
      folded = []
      return
    }
    shown = Array(items[..<limit])
    folded = Array(items[limit...])
  }
}
