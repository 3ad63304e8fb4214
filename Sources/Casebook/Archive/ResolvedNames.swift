// The first step: every name in notices and articles becomes an organization or a tag of the archive.

extension ArchiveParts {
  /// Fills organizations, tags, notices and articles.
  ///
  /// All references are noted first, in the order of the files, so that what an unknown name becomes depends
  /// on nothing else; then each kind is put in index order, and the references become places in it.
  mutating func resolveNames() {
    let notices = content.notices.filter { options.includes(draft: $0.isDraft, published: $0.published) }
    let articles = content.articles.filter { options.includes(draft: $0.isDraft, published: $0.published) }
    let organizationOrder = orderOrganizations(notices)
    let tagOrder = orderTags(notices, articles)
    self.notices = parallel.map(notices) { ArchivedNotice($0, organizationOrder, tagOrder) }.compactMap(
      \.self
    )
    .sorted { ($0.notice.published, $0.path) < ($1.notice.published, $1.path) }
    self.articles = articles.map { ArchivedArticle(article: $0, tags: tagOrder.places(of: $0.tags)) }
      .sorted { ($1.article.published, $0.article.slug) < ($0.article.published, $1.article.slug) }
    tagsOfFiles = content.incidents.map { tagOrder.places(of: $0.tags) }
  }

  private mutating func orderOrganizations(_ notices: [Notice]) -> NameOrder {
    let files = content.organizations
    var names = NameIndex(.organization, files: files.map(\.names))
    for notice in notices { names.register(notice.organizationReferences, in: notice.body.source) }
    for file in files { names.register(file.parent.map { [$0] } ?? [], in: file.body.source) }
    diagnostics += names.diagnostics
    let order = NameOrder(names, readings: files.map(\.reading))
    organizations = order.entries.map { entry, reading in
      Organization(id: entry.id, name: entry.name, reading: reading, file: entry.file.map { files[$0] })
    }
    for organization in organizations where organization.reading == nil {
      warnAboutReading(organization.file?.body.source)
    }
    connectParents(order)
    return order
  }

  private mutating func orderTags(_ notices: [Notice], _ articles: [Article]) -> NameOrder {
    let files = content.tags
    var names = NameIndex(.tag, files: files.map(\.names))
    for notice in notices { names.register(notice.tags, in: notice.body.source) }
    for article in articles { names.register(article.tags, in: article.body.source) }
    for incident in content.incidents { names.register(incident.tags, in: incident.body.source) }
    diagnostics += names.diagnostics
    let order = NameOrder(names, readings: files.map(\.reading))
    tags = order.entries.map { entry, reading in
      Tag(id: entry.id, name: entry.name, reading: reading, file: entry.file.map { files[$0] })
    }
    for tag in tags where tag.reading == nil { warnAboutReading(tag.file?.body.source) }
    return order
  }

  private mutating func warnAboutReading(_ source: SourceText?) {
    guard let source else { return }
    warn(
      .missingReading, "the name has no reading, so its place in the index is not known",
      at: SourcePlace(path: source.path), hint: "add 'reading' with the name in kana")
  }

  private mutating func connectParents(_ order: NameOrder) {
    for index in organizations.indices {
      guard let parent = organizations[index].file?.parent.flatMap(order.place) else { continue }
      organizations[index].parent = parent
      organizations[parent].children.append(index)
    }
    for index in organizations.indices where belongsToItself(index) {
      guard let file = organizations[index].file, let parent = file.parent else { continue }
      error(
        .organizationCycle, "'\(file.id)' belongs to itself through 'parent'",
        at: file.body.source.place(parent.mark), hint: "remove one of the 'parent' keys")
    }
  }

  private func belongsToItself(_ start: Int) -> Bool {
    var current = organizations[start].parent
    // A chain of parents that is longer than there are organizations runs in a circle that misses `start`.
    for _ in organizations.indices {
      guard let index = current else { return false }
      if index == start { return true }
      current = organizations[index].parent
    }
    return false
  }
}

extension NameIndex.Kind {
  fileprivate static let organization = NameIndex.Kind(
    word: "organization", unknownCode: .unknownOrganization)
  fileprivate static let tag = NameIndex.Kind(word: "tag", unknownCode: .unknownTag)
}

extension OrganizationFile {
  fileprivate var names: NameIndex.FileNames {
    NameIndex.FileNames(id: id, name: name, aliases: aliases, source: body.source)
  }
}

extension TagFile {
  fileprivate var names: NameIndex.FileNames {
    NameIndex.FileNames(id: id, name: name, aliases: aliases, source: body.source)
  }
}

extension Notice {
  /// Every organization that the notice names, in the order of its keys.
  fileprivate var organizationReferences: [Located<String>] {
    [publisher] + parties.map(\.organization) + affected.compactMap(\.organization)
  }
}
