/// What a body needs to know of the page on which it stands.
package struct MarkdownOptions: Sendable {
  /// The level that its highest heading gets, 1 to 6; those below it keep their distance, down to 6.
  package var topLevel: Int
  /// Put before the ids of its headings, so that two bodies of one page share none.
  package var idPrefix: String
  /// Ids that the page has already.
  package var reservedIDs: IdentifierSet

  package init(topLevel: Int = 2, idPrefix: String = "", reservedIDs: IdentifierSet = []) {
    self.topLevel = topLevel
    self.idPrefix = idPrefix
    self.reservedIDs = reservedIDs
  }
}
