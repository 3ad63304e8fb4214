import Mustache

/// A feed that a page offers.
struct FeedLinkView: View {
  let title: String
  let url: String
  let type: String

  static let fields = Fields<Self>(
    "feed link",
    .text("title", "The feed's title") { $0.title },
    .text("url", "Its address") { $0.url },
    .text("type", "Its media type") { $0.type }
  )
}
