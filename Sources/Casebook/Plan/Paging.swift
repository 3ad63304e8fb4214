/// How a long list is cut into pages.
struct Paging: Sendable {
  let count: Int
  let pageSize: Int

  /// At least 1: an empty list has one empty page.
  var pageCount: Int { max(1, (count + pageSize - 1) / pageSize) }

  /// The range of the list that a page (from 1) shows.
  func range(ofPage page: Int) -> Range<Int> {
    let start = min(count, (page - 1) * pageSize)
    return start..<min(count, start + pageSize)
  }

  /// The page (from 1) on which an entry stands.
  func page(ofEntry index: Int) -> Int { index / pageSize + 1 }
}
