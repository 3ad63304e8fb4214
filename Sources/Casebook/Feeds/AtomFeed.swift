/// A feed in Atom 1.0 (RFC 4287).
struct AtomFeed {
  private let context: PageContext
  private let feed: Feed

  init(_ feed: Feed, _ context: PageContext) {
    self.feed = feed
    self.context = context
  }

  func append(to bytes: inout [UInt8]) {
    let language = context.archive.site.language
    XMLWriter.write(to: &bytes) { xml in
      xml.declaration()
      xml.begin("feed", ("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language))
      appendHead(to: &xml)
    }
    for entry in feed.entries { context.appendAtomEntry(entry, to: &bytes) }
    XMLWriter.write(to: &bytes) { $0.end("feed") }
  }

  private func appendHead(to xml: inout XMLWriter) {
    let publisher = context.archive.site.publisher
    xml.element("id", text: feed.url)
    xml.element("title", text: feed.title)
    xml.element("subtitle", text: feed.description)
    xml.emptyElement("link", ("rel", "self"), ("type", FeedFormat.atom.mediaType), ("href", feed.url))
    xml.emptyElement("link", ("rel", "alternate"), ("type", "text/html"), ("href", feed.page))
    xml.element("updated", text: feed.updated)
    xml.element("author") { xml in
      xml.element("name", text: publisher.name)
      if let url = publisher.url { xml.element("uri", text: url) }
      if let email = publisher.email { xml.element("email", text: email) }
    }
    xml.element("generator", text: "Casebook")
  }
}
