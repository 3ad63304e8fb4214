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

  /// What a link to it on a page says.
  var label: String {
    switch self {
    case .archive: "全体のフィード（Atom）"
    case .archiveJSON: "全体のフィード（JSON Feed）"
    case .incident: "この事件のフィード（Atom）"
    case .organization: "この組織のフィード（Atom）"
    case .tag: "このタグのフィード（Atom）"
    }
  }

  /// Appends the feed.
  func append(to bytes: inout [UInt8], _ context: PageContext) {
    let feed = Feed(self, context)
    switch format {
    case .atom: AtomFeed(feed, context).append(to: &bytes)
    case .json: JSONFeed(feed, context).append(to: &bytes)
    }
  }
}
