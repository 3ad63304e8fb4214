/// A feed of the site: what it lists, by indexes into the archive.
package enum PlannedFeed: Sendable, Hashable {
  /// The newest notices and articles of the whole archive, as Atom.
  case archive
  /// The same as JSON Feed.
  case archiveJSON
  case incident(Int)
  case organization(Int)
  case tag(Int)
}

extension Archive {
  /// The feeds that the site has, none where site.yaml turns them off.
  ///
  /// A list without an entry has no feed: Atom needs a date, and there is none.
  var feeds: [PlannedFeed] {
    guard site.outputs.feeds else { return [] }
    return [.archive, .archiveJSON]
      + incidents.indices.map(PlannedFeed.incident).filter(hasFeed)
      + organizations.indices.map(PlannedFeed.organization).filter(hasFeed)
      + tags.indices.map(PlannedFeed.tag).filter(hasFeed)
  }

  func hasFeed(_ feed: PlannedFeed) -> Bool {
    guard site.outputs.feeds else { return false }
    return switch feed {
    case .archive, .archiveJSON: true
    case .incident(let index): !incidents[index].notices.isEmpty
    case .organization(let index): organizations[index].appearances.contains { !$0.notices.isEmpty }
    case .tag(let index): !tags[index].notices.isEmpty || !tags[index].articles.isEmpty
    }
  }

  func url(ofFeed feed: PlannedFeed) -> SiteURL {
    feed == .archiveJSON ? SiteURL("/feed.json") : SiteURL(page(ofFeed: feed).path + "feed.xml")
  }

  /// The page that lists the same.
  func page(ofFeed feed: PlannedFeed) -> SiteURL {
    switch feed {
    case .archive, .archiveJSON: .home
    case .incident(let index): url(ofIncident: index)
    case .organization(let index): url(ofOrganization: index)
    case .tag(let index): url(ofTag: index)
    }
  }
}
