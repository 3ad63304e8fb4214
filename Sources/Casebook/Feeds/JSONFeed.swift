/// A feed in JSON Feed 1.1 (jsonfeed.org/version/1.1).
struct JSONFeed {
  private let context: PageContext
  private let feed: Feed

  init(_ feed: Feed, _ context: PageContext) {
    self.feed = feed
    self.context = context
  }

  func append(to bytes: inout [UInt8]) {
    JSONWriter.write(to: &bytes, .indented) { json in
      json.object { json in
        appendHead(to: &json)
        json.array("items") { json in
          for entry in feed.entries {
            let body = context.unreportedHTML(context.archive.body(of: entry))
            let item = FeedItem(entry, body: body, context)
            json.object { append(item, to: &$0) }
          }
        }
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private func appendHead(to json: inout JSONWriter) {
    let site = context.archive.site
    json.member("version", "https://jsonfeed.org/version/1.1")
    json.member("title", feed.title)
    json.member("home_page_url", feed.page)
    json.member("feed_url", feed.url)
    json.member("description", feed.description)
    json.array("authors") { Self.append(site.publisher.name, site.publisher.url, to: &$0) }
    json.member("language", site.language)
  }

  private func append(_ item: FeedItem, to json: inout JSONWriter) {
    json.member("id", item.id)
    json.member("url", item.url)
    json.member("external_url", item.source)
    json.member("title", item.title)
    json.member("content_html", utf8: item.html)
    // One of the two has to be there.
    if item.html == nil { json.member("content_text", item.summary ?? item.title) }
    json.member("summary", item.summary)
    json.member("date_published", item.published)
    json.member("date_modified", item.updated)
    json.array("authors") { Self.append(item.author.name, item.author.url, to: &$0) }
    if !item.tags.isEmpty { json.array("tags", item.tags.map { context.archive.tags[$0].name }) }
  }

  private static func append(_ name: String, _ url: String?, to json: inout JSONWriter) {
    json.object { json in
      json.member("name", name)
      json.member("url", url)
    }
  }
}
