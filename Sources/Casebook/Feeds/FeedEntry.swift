/// What a feed lists: a notice or an article, by its index in the archive.
enum FeedEntry: Sendable {
  case notice(Int)
  case article(Int)
}

extension Archive {
  /// The entries of a feed, newest first, at most `feed_size`.
  func entries(ofFeed feed: PlannedFeed) -> [FeedEntry] {
    switch feed {
    case .archive, .archiveJSON:
      newest(notices: notices.indices.suffix(site.feedSize).reversed(), articles: Array(articles.indices))
    case .incident(let index): newest(notices: incidents[index].notices.reversed(), articles: [])
    case .organization(let index):
      newest(notices: organizations[index].notices, articles: [])
    case .tag(let index): newest(notices: tags[index].notices, articles: tags[index].articles)
    }
  }

  /// Merges two lists that are newest first; of one day, notices come before articles.
  private func newest(notices: [Int], articles: [Int]) -> [FeedEntry] {
    var entries: [FeedEntry] = []
    var (notices, articles) = (notices[...], articles[...])
    while entries.count < site.feedSize {
      let article = articles.first.map { self.articles[$0].article.published }
      if let notice = notices.first, article.map({ $0 <= self.notices[notice].notice.published }) ?? true {
        entries.append(.notice(notices.removeFirst()))
      } else if article != nil {
        entries.append(.article(articles.removeFirst()))
      } else {
        break
      }
    }
    return entries
  }

  /// Its place among all that feeds can list.
  func place(of entry: FeedEntry) -> Int {
    switch entry {
    case .notice(let index): index
    case .article(let index): notices.count + index
    }
  }

  /// How many notices and articles there are for feeds to list; none where there are no feeds.
  var feedEntryCount: Int { site.outputs.feeds ? notices.count + articles.count : 0 }

  func body(of entry: FeedEntry) -> Body {
    switch entry {
    case .notice(let index): notices[index].notice.body
    case .article(let index): articles[index].article.body
    }
  }
}
