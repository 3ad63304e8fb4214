import Mustache

/// The index of organizations, in the order of their readings.
struct OrganizationIndexView: PageView {
  let frame: Frame
  private let index: NameIndexPage

  init(_ context: PageContext, page: Int) {
    let archive = context.archive
    frame = Frame(
      context: context, url: SiteURL.organizations.page(page), title: "組織索引",
      description: "公表者と関係者を五十音順に並べた索引。")
    index = NameIndexPage(
      list: .organizations, groups: context.organizationGroups, page: page,
      context
    ) { index in
      let organization = archive.organizations[index]
      return IndexEntryView(
        name: organization.name, reading: organization.reading?.text,
        url: context.link(toOrganization: index).url, type: organization.file?.type?.label,
        entryCount: organization.notices.count)
    }
  }

  static let fields = Fields<Self>("organization-index", frameFields + NameIndexPage.fields(\.index))
}

/// The index of tags, in the order of their readings.
struct TagIndexView: PageView {
  let frame: Frame
  private let index: NameIndexPage

  init(_ context: PageContext, page: Int) {
    let archive = context.archive
    frame = Frame(
      context: context, url: SiteURL.tags.page(page), title: "タグ索引", description: "タグを五十音順に並べた索引。")
    index = NameIndexPage(
      list: .tags, groups: context.tagGroups, page: page, context
    ) { index in
      let tag = archive.tags[index]
      return IndexEntryView(
        name: tag.name, reading: tag.reading?.text, url: context.link(toTag: index).url, type: nil,
        entryCount: tag.notices.count + tag.articles.count)
    }
  }

  static let fields = Fields<Self>("tag-index", frameFields + NameIndexPage.fields(\.index))
}

/// One page of an index by reading.
private struct NameIndexPage: Sendable {
  private let list: SiteURL
  private let page: Int
  private let paging: Paging
  private let context: PageContext
  private let groups: [IndexGroupView]
  /// Every heading of the whole index, with the page and heading where it starts.
  private let jumps: [IndexJumpView]

  init(
    list: SiteURL, groups: IndexGroups, page: Int, _ context: PageContext, entry: (Int) -> IndexEntryView
  ) {
    self.list = list
    self.page = page
    self.context = context
    let paging = Paging(count: groups.count, pageSize: context.archive.site.pageSize)
    self.paging = paging
    let shown = paging.range(ofPage: page)
    self.groups = groups.runs.compactMap { run in
      let entries = run.entries.clamped(to: shown)
      return entries.isEmpty ? nil : IndexGroupView(group: run.group, entries: entries.map(entry))
    }
    jumps = groups.headings.map { group, start in
      IndexJumpView(
        title: group.label,
        url: start.map { start in
          let target = paging.page(ofEntry: start)
          let address = target == page ? "" : context.href(list.page(target))
          return address + "#" + SiteURL.percentEncoded(group.anchor)
        })
    }
  }

  static func fields<Page: PageView>(_ index: KeyPath<Page, NameIndexPage> & Sendable) -> [Field<Page>] {
    [
      .text("count", "How many entries the index has") { DecimalText.of($0[keyPath: index].paging.count) },
      .list("groups", IndexGroupView.self, "The entries of this page, by the first kana of their readings") {
        $0[keyPath: index].groups
      },
      .list("jumps", IndexJumpView.self, "The headings of the whole index") { $0[keyPath: index].jumps },
      .object("pagination", PaginationView.self, "The pages of the index; absent when there is one") { page in
        let index = page[keyPath: index]
        return PaginationView(index.list, page: index.page, paging: index.paging, index.context)
      },
    ]
  }
}
