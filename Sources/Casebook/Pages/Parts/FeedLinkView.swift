import Mustache

/// A feed that a page offers.
struct FeedLinkView: View {
  let title: String
  let label: String
  let url: String
  let type: String

  static let fields = Fields<Self>(
    "feed link",
    .text("title", "The feed's title") { $0.title },
    .text("label", "What it is, in Japanese, for a link on the page") { $0.label },
    .text("url", "Its address") { $0.url },
    .text("type", "Its media type") { $0.type }
  )

  /// Nil where the archive has no such feed.
  init?(_ feed: PlannedFeed, of archive: Archive) {
    guard archive.hasFeed(feed) else { return nil }
    title = archive.title(ofFeed: feed)
    label = feed.label
    url = archive.url(ofFeed: feed).href(below: archive.site.baseURL.path)
    type = feed.format.mediaType
  }
}
