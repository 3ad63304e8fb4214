/// Something that the search page finds, by its kind and its index in the archive.
enum SearchDocument: Sendable, Hashable {
  case organization(Int)
  case tag(Int)
  case incident(Int)
  case notice(Int)
  case article(Int)
  case page(Int)
}

extension Archive {
  /// Everything that the search page finds, in the order in which it shows what is equally good: names first, then
  /// what has a date, the newest first, then pages.
  var searchDocuments: [SearchDocument] {
    organizations.indices.map(SearchDocument.organization) + tags.indices.map(SearchDocument.tag)
      + datedSearchDocuments + pages.indices.map(SearchDocument.page)
  }

  /// Of one day, a case stands before its notices, and the later one of a kind before the earlier.
  private var datedSearchDocuments: [SearchDocument] {
    var dated: [(document: SearchDocument, date: CivilDate?, rank: Int, index: Int)] = []
    dated.reserveCapacity(incidents.count + notices.count + articles.count)
    for index in incidents.indices {
      dated.append((.incident(index), searchDate(ofIncident: index), 0, index))
    }
    for index in notices.indices where !notices[index].incidents.isEmpty {
      dated.append((.notice(index), notices[index].notice.published, 1, index))
    }
    for index in articles.indices {
      dated.append((.article(index), articles[index].article.published, 2, -index))
    }
    dated.sort { left, right in
      guard left.date == right.date else { return isNewer(left.date, right.date) }
      return left.rank == right.rank ? left.index > right.index : left.rank < right.rank
    }
    return dated.map(\.document)
  }

  private func isNewer(_ left: CivilDate?, _ right: CivilDate?) -> Bool {
    guard let left else { return false }
    return right.map { left > $0 } ?? true
  }

  /// The day of an incident's newest notice; nil when it has none.
  func searchDate(ofIncident index: Int) -> CivilDate? {
    incidents[index].notices.last.map { notices[$0].notice.published }
  }

  /// The Markdown text that a document's page shows; nil when there is none.
  func searchBody(of document: SearchDocument) -> Body? {
    switch document {
    case .organization(let index): organizations[index].file?.body
    case .tag(let index): tags[index].file?.body
    case .incident(let index): incidents[index].file?.body
    case .notice(let index): notices[index].notice.body
    case .article(let index): articles[index].article.body
    case .page(let index): pages[index].body
    }
  }

  /// Hands on what a document's page says beside its names and its body.
  func forEachSearchText(of document: SearchDocument, _ use: (String) -> Void) {
    switch document {
    case .notice(let index): forEachSearchText(of: notices[index], use)
    case .incident(let index):
      for tag in incidents[index].tags { use(tags[tag].name) }
      for party in incidents[index].parties { use(organizations[party.organization].name) }
    case .article(let index):
      articles[index].article.summary.map(use)
      for tag in articles[index].tags { use(tags[tag].name) }
    case .organization, .tag, .page: break
    }
  }

  private func forEachSearchText(of archived: ArchivedNotice, _ use: (String) -> Void) {
    let notice = archived.notice
    notice.summary.map(use)
    notice.cause.map { use($0.label) }
    notice.source?.url.map(use)
    for tag in archived.tags { use(tags[tag].name) }
    for party in archived.parties {
      use(organizations[party.organization].name)
      party.service.map(use)
    }
    for affected in notice.affected { use(affected.subject) }
    for event in notice.timeline { event.note.map(use) }
    for correction in notice.corrections { use(correction.change) }
  }

  /// What a document is called: its titles, names and numbers, which results show.
  func searchNames(of document: SearchDocument) -> [String] {
    switch document {
    case .organization(let index):
      let organization = organizations[index]
      return [organization.name] + organization.searchAliases
    case .tag(let index):
      let tag = tags[index]
      return [tag.name] + tag.searchAliases
    case .incident(let index): return [incidents[index].title, incidents[index].number.description]
    case .notice(let index):
      let notice = notices[index]
      return [notice.notice.title, organizations[notice.publisher].name]
        + notice.incidents.map { incidents[$0].number.description }
    case .article(let index): return [articles[index].article.title]
    case .page(let index): return [pages[index].title]
    }
  }
}

extension Organization {
  /// Its reading and its other names.
  var searchAliases: [String] { [file?.reading].compactMap(\.self) + (file?.aliases.map(\.value) ?? []) }
}

extension Tag {
  /// Its reading and its other names.
  var searchAliases: [String] { [file?.reading].compactMap(\.self) + (file?.aliases.map(\.value) ?? []) }
}
