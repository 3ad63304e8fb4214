/// What a body needs to know of the page on which it stands.
struct MarkdownOptions: Sendable {
  /// The level of its highest headings, 2 to 6: one below the heading that it stands under.
  var topLevel = 2
  /// Put before the ids of its headings, so that two bodies of one page do not share one.
  var idPrefix = ""
  /// Ids that the page's template has.
  var reservedIDs: Set<String> = []
}
