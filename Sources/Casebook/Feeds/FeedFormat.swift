/// The formats of feeds.
enum FeedFormat {
  case atom
  case json

  var mediaType: String {
    switch self {
    case .atom: "application/atom+xml"
    case .json: "application/feed+json"
    }
  }
}

extension PlannedFeed {
  var format: FeedFormat { self == .archiveJSON ? .json : .atom }

  /// Appends the feed.
  func append(to bytes: inout [UInt8], _ context: PageContext) {
    let feed = Feed(self, context)
    switch format {
    case .atom: AtomFeed(feed, context).append(to: &bytes)
    case .json: JSONFeed(feed, context).append(to: &bytes)
    }
  }
}
