/// Which documents a built archive has.
package struct ArchiveOptions: Sendable {
  /// True keeps documents with `draft: true`.
  package let includesDrafts: Bool
  /// True keeps notices and articles that are dated after today.
  package let includesFuture: Bool
  package let today: CivilDate

  package init(includesDrafts: Bool = false, includesFuture: Bool = false, today: CivilDate) {
    self.includesDrafts = includesDrafts
    self.includesFuture = includesFuture
    self.today = today
  }

  func includes(draft: Bool, published: CivilDate) -> Bool {
    (includesDrafts || !draft) && (includesFuture || published <= today)
  }
}
