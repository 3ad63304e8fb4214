import Foundation

/// The hashes of the sources of a site, of which the keys of its files are made.
///
/// A hash of something covers all that can be shown of it where it is named or listed: its own file, its address, and
/// the same of what it names in turn. What is behind an index is never left to the index, which says nothing.
struct SourceHashes: Sendable {
  /// What every page depends on: the program, site.yaml, options, templates and assets, the year, the site's icons.
  let site: SourceHash
  /// All addresses, and which document or file has which: what links in bodies depend on.
  let addresses: SourceHash
  /// By the indexes of the archive.
  let organizations: [SourceHash]
  let tags: [SourceHash]
  let notices: [SourceHash]
  /// Whether the text of a notice can have links into the site.
  let noticesMayLink: [Bool]
  /// An incident with its notices, without its relations to others.
  let incidents: [SourceHash]
  let articles: [SourceHash]
  let pages: [SourceHash]
  /// Of the whole archive.
  let all: SourceHash
  /// Of the whole archive without the texts of notices, which is what an editor changes most.
  let facts: SourceHash

  init(_ site: LoadedSite, _ jobs: ParallelMap) {
    let archive = site.archive
    self.site = Self.hash(of: site)
    addresses = Self.addresses(site, jobs)
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
    self.notices = notices.map(\.whole)
    noticesMayLink = notices.map(\.mayLink)
    let incidents = jobs.map(archive.incidents.indices, scratch: KeyText()) { index, text in
      let incident = archive.incidents[index]
      text.add(incident.number.description)
      text.add(incident.title)
      let facts = text.finish(incident.file?.body)
      text.add(facts)
      text.add(incident.status.rawValue)
      text.add(incident.tags.map { tags[$0] })
      text.add(incident.notices.map { notices[$0].whole })
      return (facts: facts, whole: text.finish())
    }
    self.incidents = incidents.map(\.whole)
    articles = jobs.map(archive.articles.indices, scratch: KeyText()) { index, text in
      text.add(archive.url(ofArticle: index).path)
      text.add(archive.articles[index].tags.map { tags[$0] })
      return text.finish(archive.articles[index].article.body)
    }
    pages = jobs.map(archive.pages.indices, scratch: KeyText()) { index, text in
      text.add(archive.url(ofPage: index).path)
      return text.finish(archive.pages[index].body)
    }
    let others = KeyText.hash { [organizations, tags, articles, pages, addresses] text in
      for part in [organizations, tags, articles, pages] { text.add(part) }
      text.add(addresses)
    }
    // How incidents are related is written in their files, which the hashes cover.
    all = KeyText.hash { text in
      text.add(others)
      text.add(incidents.map(\.whole))
      text.add(notices.map(\.whole))
    }
    facts = KeyText.hash { text in
      text.add(others)
      text.add(notices.map(\.facts))
      text.add(incidents.map(\.facts))
    }
  }

  private static func hash(of site: LoadedSite) -> SourceHash {
    let archive = site.archive
    return KeyText.hash { text in
      text.add(ProgramIdentity.hash)
      text.add(archive.site.source.bytes)
      // These can be given on the command line too.
      text.add(archive.site.baseURL.description)
      text.add(archive.site.outputs.gzip ? 1 : 0)
      text.add(archive.options.includesDrafts ? 1 : 0)
      text.add(archive.options.includesFuture ? 1 : 0)
      text.add(archive.options.today.year)
      text.add(site.templates.hash)
      let icons = SiteIcons(archive)
      text.add(([icons.touch].compactMap(\.self) + icons.forManifest).map(\.url.path).joined(separator: " "))
      // The offsets that days get as moments: they come from a database of the system.
      text.add(FileBytes.read("/usr/share/zoneinfo/\(archive.site.timeZone)") ?? [])
    }
  }

  private static func addresses(_ site: LoadedSite, _ jobs: ParallelMap) -> SourceHash {
    let length = 512
    let items = site.plan.items
    let parts = jobs.map(Array(stride(from: 0, to: items.count, by: length)), scratch: KeyText()) {
      start, text in
      for item in items[start..<min(start + length, items.count)] {
        text.add(item.url.path)
        text.add(item.origin?.path)
      }
      return text.finish()
    }
    return KeyText.hash { $0.add(parts) }
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
    for incident in notice.incidents { add(archive.incidents[incident].number.description) }
    add(organizations[notice.publisher])
    add(notice.parties.count)
    for party in notice.parties { add(organizations[party.organization]) }
    add(notice.affectedOrganizations.count)
    for organization in notice.affectedOrganizations { add(organizations[organization]) }
    add(notice.tags.count)
    for tag in notice.tags { add(tags[tag]) }
  }
}
