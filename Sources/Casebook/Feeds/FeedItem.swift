/// What feeds say of one notice or article.
struct FeedItem {
  /// Somebody with a page.
  struct Author {
    let name: String
    let url: String?
  }

  /// A tag URI (RFC 4151), which stays when the site moves to another scheme, port or sub-path of its host.
  let id: String
  let title: String
  /// The whole address of its page.
  let url: String
  /// The address of the original release.
  let source: String?
  let published: String
  let updated: String
  let author: Author
  /// The indexes of its tags.
  let tags: [Int]
  let summary: String?
  /// Its text with whole links; nil when there is none.
  let html: [UInt8]?

  /// - Parameter body: the text as its page shows it.
  init(_ entry: FeedEntry, body: [UInt8]?, _ context: PageContext) {
    switch entry {
    case .notice(let index): self.init(notice: index, body, context)
    case .article(let index): self.init(article: index, body, context)
    }
  }

  private init(notice index: Int, _ body: [UInt8]?, _ context: PageContext) {
    let archived = context.archive.notices[index]
    let notice = archived.notice
    let number = notice.cases[0].value
    url = context.absolute(context.archive.url(ofNotice: index))
    id = context.tagURI(year: number.year, "incidents/\(number)/\(archived.slug)")
    title = notice.title
    source = notice.source?.url
    published = context.timestamps.midnight(of: notice.published)
    updated = context.timestamps.midnight(of: notice.lastChange)
    author = Author(
      name: context.archive.organizations[archived.publisher].name,
      url: context.absolute(context.archive.url(ofOrganization: archived.publisher)))
    tags = archived.tags
    summary = notice.summary
    html = context.withWholeLinks(body, on: url)
  }

  private init(article index: Int, _ body: [UInt8]?, _ context: PageContext) {
    let archived = context.archive.articles[index]
    let article = archived.article
    let publisher = context.archive.site.publisher
    url = context.absolute(context.archive.url(ofArticle: index))
    id = context.tagURI(year: article.published.year, "articles/\(article.slug)")
    title = article.title
    source = nil
    published = context.timestamps.midnight(of: article.published)
    updated = context.timestamps.midnight(of: article.lastChange)
    author = Author(name: publisher.name, url: publisher.url)
    tags = archived.tags
    summary = article.summary
    html = context.withWholeLinks(body, on: url)
  }
}

extension PageContext {
  /// - Parameter year: a year in which the thing existed.
  fileprivate func tagURI(year: Int, _ path: String) -> String {
    "tag:\(archive.site.baseURL.host),\(year):\(SiteURL.percentEncoded(path))"
  }

  fileprivate func withWholeLinks(_ html: [UInt8]?, on page: String) -> [UInt8]? {
    guard let html else { return nil }
    var whole: [UInt8] = []
    whole.reserveCapacity(html.count + html.count / 8)
    AbsoluteLinks(origin: archive.site.baseURL.origin, page: page).append(html, to: &whole)
    return whole
  }
}
