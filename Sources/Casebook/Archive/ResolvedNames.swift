// The first step: every name in notices and articles becomes an organization or a tag of the archive.

/// The references of a notice as entries of the name indexes; nil for one that is not resolved or means nothing.
private struct NoticeReferences: Sendable {
  let notice: Notice
  /// In the order of `Notice.organizationReferences`; empty for a notice that this build does not show.
  var organizations: [Int?] = []
  /// In the order of the notice's tags; empty for such a notice.
  var tags: [Int?] = []

  /// Nil when it was reported to be no organization, and for a notice that is not shown.
  var publisher: Int? { organizations.first ?? nil }
}

/// A notice whose references are known as entries of the name indexes; nil for one that was reported to mean nothing.
struct ResolvedNotice: Sendable {
  let notice: Notice
  let publisher: Int
  /// The organizations of its parties, then those whose data it states where it names them.
  let organizations: ArraySlice<Int?>
  /// In the order of the notice's tags.
  let tags: [Int?]

  fileprivate init(_ references: NoticeReferences, publisher: Int) {
    notice = references.notice
    self.publisher = publisher
    organizations = references.organizations[1...]
    tags = references.tags
  }
}

extension ArchiveParts {
  /// Fills organizations, tags, articles and the notices with their references.
  ///
  /// References to what has a file are looked up by all threads. The others are noted in the order of the files, so
  /// that what an unknown name becomes depends on nothing else; then each kind is put in index order.
  ///
  /// - Returns: the orders of organizations and tags.
  mutating func resolveNames() -> (organizations: NameOrder, tags: NameOrder) {
    var organizationNames = NameIndex(.organization, files: content.organizations.map(\.names), parallel)
    var tagNames = NameIndex(.tag, files: content.tags.map(\.names), parallel)
    var notices = lookedUp(organizationNames, tagNames)
    let organizationOrder = orderOrganizations(&organizationNames, &notices)
    let tagOrder = orderTags(&tagNames, &notices)
    resolvedNotices = inOrderOfPublication(notices)
    return (organizationOrder, tagOrder)
  }

  /// The notices with the references that need no more than a look.
  private func lookedUp(_ organizations: NameIndex, _ tags: NameIndex) -> [NoticeReferences] {
    let options = options
    let memories = (organizations: NameIndex.Memory(organizations), tags: NameIndex.Memory(tags))
    return parallel.map(content.notices, scratch: memories) { notice, memories in
      guard options.includes(draft: notice.isDraft, published: notice.published) else {
        return NoticeReferences(notice: notice)
      }
      return NoticeReferences(
        notice: notice,
        organizations: notice.organizationReferences.map { memories.organizations.entry(of: $0.value) },
        tags: notice.tags.map { memories.tags.entry(of: $0.value) })
    }
  }

  private mutating func orderOrganizations(
    _ names: inout NameIndex, _ notices: inout [NoticeReferences]
  ) -> NameOrder {
    for index in notices.indices where notices[index].organizations.contains(nil) {
      let notice = notices[index].notice
      names.resolve(notice.organizationReferences, in: notice.body.source, &notices[index].organizations)
    }
    let files = content.organizations
    let parents = files.map { file in
      file.parent.flatMap { names.resolve($0, in: file.body.source) }
    }
    diagnostics += names.diagnostics
    let order = NameOrder(names, readings: files.map(\.reading), parallel)
    organizations = order.entries.map { entry in
      Organization(
        id: entry.name.id, name: entry.name.name, reading: entry.reading,
        file: entry.name.file.map { files[$0] })
    }
    for organization in organizations where organization.reading == nil {
      warnAboutReading(organization.file?.body.source)
    }
    connectParents(order, parents)
    return order
  }

  private mutating func orderTags(_ names: inout NameIndex, _ notices: inout [NoticeReferences]) -> NameOrder
  {
    for index in notices.indices where notices[index].tags.contains(nil) {
      let notice = notices[index].notice
      names.resolve(notice.tags, in: notice.body.source, &notices[index].tags)
    }
    let articles = content.articles.filter { options.includes(draft: $0.isDraft, published: $0.published) }
    let tagsOfArticles = articles.map { names.resolve($0.tags, in: $0.body.source) }
    let tagsOfIncidents = content.incidents.map { names.resolve($0.tags, in: $0.body.source) }
    diagnostics += names.diagnostics
    let files = content.tags
    let order = NameOrder(names, readings: files.map(\.reading), parallel)
    tags = order.entries.map { entry in
      Tag(
        id: entry.name.id, name: entry.name.name, reading: entry.reading,
        file: entry.name.file.map { files[$0] })
    }
    for tag in tags where tag.reading == nil { warnAboutReading(tag.file?.body.source) }
    self.articles = zip(articles, tagsOfArticles)
      .map { ArchivedArticle(article: $0, tags: order.distinctPlaces(of: $1)) }
      .sorted { ($1.article.published, $0.article.slug) < ($0.article.published, $1.article.slug) }
    tagsOfFiles = tagsOfIncidents.map(order.distinctPlaces)
    return order
  }

  /// By day; those of one day stay in the order of their paths, in which they were read.
  private func inOrderOfPublication(_ notices: [NoticeReferences]) -> [ResolvedNotice] {
    // Day and place in one number: what is compared lies side by side.
    var order: [(key: UInt64, publisher: Int)] = []
    order.reserveCapacity(notices.count)
    for (index, references) in notices.enumerated() {
      guard let publisher = references.publisher else { continue }
      order.append((UInt64(references.notice.published.ordinal) << 32 | UInt64(index), publisher))
    }
    order.sort { $0.key < $1.key }
    return parallel.map(order) { ResolvedNotice(notices[Int($0.key & 0xFFFF_FFFF)], publisher: $0.publisher) }
  }

  private mutating func warnAboutReading(_ source: SourceText?) {
    guard let source else { return }
    warn(
      .missingReading, "the name has no reading, so its place in the index is not known",
      at: SourcePlace(path: source.path), hint: "add 'reading' with the name in kana")
  }

  /// - Parameter parents: the entries to which the files' organizations belong.
  private mutating func connectParents(_ order: NameOrder, _ parents: [Int?]) {
    for index in organizations.indices {
      guard let parent = order.entries[index].name.file.flatMap({ parents[$0] }) else { continue }
      let place = order.place(of: parent)
      organizations[index].parent = place
      organizations[place].children.append(index)
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
  /// Every organization that the notice names: its publisher, its parties, and those whose data it states, in the order
  /// of its keys.
  fileprivate var organizationReferences: [Located<String>] {
    var references = [publisher]
    references.reserveCapacity(1 + parties.count + affectedOrganizations.count)
    for party in parties { references.append(party.organization) }
    for case let organization? in affectedOrganizations { references.append(organization) }
    return references
  }
}
