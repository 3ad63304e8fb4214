/// What a feed says of itself, and what it lists.
struct Feed {
  /// Its own whole address.
  let url: String
  /// The whole address of the page that lists the same.
  let page: String
  let title: String
  let description: String
  /// The last change of anything in it.
  let updated: String
  let entries: [FeedEntry]

  init(_ feed: PlannedFeed, _ context: PageContext) {
    let archive = context.archive
    url = context.absolute(archive.url(ofFeed: feed))
    page = context.absolute(archive.page(ofFeed: feed))
    title = archive.title(ofFeed: feed)
    description = archive.description(ofFeed: feed)
    entries = archive.entries(ofFeed: feed)
    // An archive in which nothing is published yet needs a date too, and the clock's would change.
    updated =
      archive.lastChange(ofFeed: feed, entries).map(context.timestamps.midnight) ?? "1970-01-01T00:00:00Z"
  }
}

extension Archive {
  /// The title, which names the archive too: a feed reader shows it among others'.
  func title(ofFeed feed: PlannedFeed) -> String {
    switch feed {
    case .archive, .archiveJSON: site.title
    case .incident(let index): "#\(incidents[index].number) \(incidents[index].title) | \(site.title)"
    case .organization(let index): "組織: \(organizations[index].name) | \(site.title)"
    case .tag(let index): "タグ: \(tags[index].name) | \(site.title)"
    }
  }

  fileprivate func description(ofFeed feed: PlannedFeed) -> String {
    switch feed {
    case .archive, .archiveJSON: site.description
    case .incident(let index): "事件番号\(incidents[index].number)の公表文。"
    case .organization(let index): "「\(organizations[index].name)」が公表者または関係者である公表文。"
    case .tag(let index): "「\(tags[index].name)」のタグが付いた公表文と記事。"
    }
  }

  fileprivate func lastChange(ofFeed feed: PlannedFeed, _ entries: [FeedEntry]) -> CivilDate? {
    let listed = entries.map { entry in
      switch entry {
      case .notice(let index): notices[index].notice.lastChange
      case .article(let index): articles[index].article.lastChange
      }
    }.max()
    guard case .incident(let index) = feed else { return listed }
    return [listed, lastChange(ofIncident: index)].compactMap(\.self).max()
  }
}
