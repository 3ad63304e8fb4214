import Mustache

// An entry of Atom 1.0 (RFC 4287, section 4.1.2): the same in every feed that lists its notice or article.

extension PageContext {
  /// Appends the entry of a notice or article.
  func appendAtomEntry(_ entry: FeedEntry, to bytes: inout [UInt8]) {
    atomEntries.append(archive.place(of: entry), to: &bytes) {
      makeAtomEntry(entry, body: unreportedHTML(archive.body(of: entry)), into: &$0)
    }
  }

  /// Keeps the entry of a notice or article whose text was just rendered for its page.
  func keepAtomEntry(_ entry: FeedEntry, body: [UInt8]?) {
    let place = archive.place(of: entry)
    guard archive.site.outputs.feeds, atomEntries.table.bytes(at: place) == nil else { return }
    var bytes = ByteBuffer(capacity: (body?.count ?? 0) * 5 / 4 + 2048)
    makeAtomEntry(entry, body: body, into: &bytes)
    bytes.withBytes(from: 0) { atomEntries.table.keep($0, at: place) }
  }

  private func makeAtomEntry(_ entry: FeedEntry, body: [UInt8]?, into bytes: inout ByteBuffer) {
    let item = FeedItem(entry, body: body, self)
    XMLWriter.write(to: &bytes) { xml in
      xml.element("entry") { append(item, to: &$0) }
    }
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
    let scheme = absolute(.tags)
    for tag in item.tags {
      xml.emptyElement(
        "category", ("term", archive.tags[tag].id), ("scheme", scheme), ("label", archive.tags[tag].name))
    }
    if let summary = item.summary { xml.element("summary", text: summary) }
    if let html = item.html { xml.element("content", ("type", "html"), utf8: html) }
  }
}
