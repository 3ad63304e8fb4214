// An entry of Atom 1.0 (RFC 4287, section 4.1.2): the same in every feed that lists its notice or article.

extension PageContext {
  /// The entry of a notice or article.
  func atomEntry(_ entry: FeedEntry) -> [UInt8] {
    atomEntries.entry(entry) { makeAtomEntry(entry, body: unreportedHTML(archive.body(of: entry))) }
  }

  /// Keeps the entry of a notice or article whose text was just rendered for its page.
  func keepAtomEntry(_ entry: FeedEntry, body: [UInt8]?) {
    guard archive.site.outputs.feeds else { return }
    _ = atomEntries.entry(entry) { makeAtomEntry(entry, body: body) }
  }

  private func makeAtomEntry(_ entry: FeedEntry, body: [UInt8]?) -> [UInt8] {
    let item = FeedItem(entry, body: body, self)
    var bytes: [UInt8] = []
    bytes.reserveCapacity((item.html?.count ?? 0) * 5 / 4 + 1024)
    XMLWriter.write(to: &bytes) { xml in
      xml.element("entry") { append(item, to: &$0) }
    }
    return bytes
  }

  private func append(_ item: FeedItem, to xml: inout XMLWriter) {
    xml.element("id", text: item.id)
    xml.element("title", text: item.title)
    xml.emptyElement("link", ("rel", "alternate"), ("type", "text/html"), ("href", item.url))
    if let source = item.source { xml.emptyElement("link", ("rel", "via"), ("href", source)) }
    xml.element("published", text: item.published)
    xml.element("updated", text: item.updated)
    xml.element("author") { xml in
      xml.element("name", text: item.author.name)
      if let url = item.author.url { xml.element("uri", text: url) }
    }
    for tag in item.tags.map({ archive.tags[$0] }) {
      xml.emptyElement(
        "category", ("term", tag.id), ("scheme", absolute(.tags)), ("label", tag.name))
    }
    if let summary = item.summary { xml.element("summary", text: summary) }
    if let html = item.html { xml.element("content", ("type", "html"), utf8: html) }
  }
}
