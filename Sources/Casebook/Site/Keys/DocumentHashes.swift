/// The hashes of an archive's documents, which do not depend on the plan.
///
/// A hash of something covers all that can be shown of it where it is named or listed: its own file, its address, and
/// the same of what it names in turn. What is behind an index is never left to the index, which says nothing.
struct DocumentHashes: Sendable {
  // By the indexes of the archive.
  let organizations: [SourceHash]
  let tags: [SourceHash]
  let notices: [SourceHash]
  /// Without their texts.
  let noticeFacts: [SourceHash]
  /// Whether the text of a notice can have links into the site.
  let noticesMayLink: [Bool]
  /// An incident with its notices, without its relations to others.
  let incidents: [SourceHash]
  /// Without its notices.
  let incidentFacts: [SourceHash]
  let articles: [SourceHash]
  let pages: [SourceHash]

  init(_ archive: Archive, _ jobs: ParallelMap) {
    organizations = jobs.map(archive.organizations.indices, scratch: KeyText()) { index, text in
      let organization = archive.organizations[index]
      return text.finish(
        id: organization.id, organization.name, organization.reading, organization.file?.body)
    }
    tags = jobs.map(archive.tags.indices, scratch: KeyText()) { index, text in
      let tag = archive.tags[index]
      return text.finish(id: tag.id, tag.name, tag.reading, tag.file?.body)
    }
    let (organizations, tags) = (organizations, tags)
    let notices = jobs.map(archive.notices.indices, scratch: KeyText()) { index, text in
      let notice = archive.notices[index]
      let body = notice.notice.body
      let ofText = body.facts
      text.add(body.source.path)
      text.add(ofText.front)
      text.add(notice, of: archive, organizations, tags)
      let facts = text.finish()
      text.add(facts)
      text.add(ofText.body)
      return (facts: facts, whole: text.finish(), mayLink: ofText.mayLink)
    }
    let wholes = notices.map(\.whole)
    self.notices = wholes
    noticeFacts = notices.map(\.facts)
    noticesMayLink = notices.map(\.mayLink)
    let incidents = jobs.map(archive.incidents.indices, scratch: KeyText()) { index, text in
      let incident = archive.incidents[index]
      text.add(incident.number.ordinal)
      text.add(incident.title)
      let facts = text.finish(incident.file?.body)
      text.add(facts)
      text.add(incident.status.rawValue)
      text.add(incident.tags, of: tags)
      text.add(incident.notices, of: wholes)
      return (facts: facts, whole: text.finish())
    }
    self.incidents = incidents.map(\.whole)
    incidentFacts = incidents.map(\.facts)
    articles = jobs.map(archive.articles.indices, scratch: KeyText()) { index, text in
      text.add(archive.url(ofArticle: index).path)
      text.add(archive.articles[index].tags, of: tags)
      return text.finish(archive.articles[index].article.body)
    }
    pages = jobs.map(archive.pages.indices, scratch: KeyText()) { index, text in
      text.add(archive.url(ofPage: index).path)
      return text.finish(archive.pages[index].body)
    }
  }
}

extension KeyText {
  /// Adds the whole file that a body is in: its front matter too.
  fileprivate mutating func add(_ body: Body?) {
    add(body?.source.path)
    guard let facts = body?.facts else { return }
    add(facts.front)
    add(facts.body)
  }

  fileprivate mutating func finish(_ body: Body?) -> SourceHash {
    add(body)
    return finish()
  }

  /// An organization or a tag, as every page names it, with its file.
  fileprivate mutating func finish(id: String, _ name: String, _ reading: Reading?, _ body: Body?)
    -> SourceHash
  {
    add(id)
    add(name)
    add(reading?.text)
    return finish(body)
  }

  /// What a notice is beside its file: where it stands, and what its names became.
  fileprivate mutating func add(
    _ notice: ArchivedNotice, of archive: Archive, _ organizations: [SourceHash], _ tags: [SourceHash]
  ) {
    add(notice.slug)
    add(notice.incidents.count)
    for incident in notice.incidents { add(archive.incidents[incident].number.ordinal) }
    add(organizations[notice.publisher])
    add(notice.parties.count)
    for party in notice.parties { add(organizations[party.organization]) }
    add(notice.affectedOrganizations, of: organizations)
    add(notice.tags, of: tags)
  }
}
