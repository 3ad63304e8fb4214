import Mustache

/// An organization: what is known of it, and its notices by role.
struct OrganizationView: PageView {
  let frame: Frame
  private let index: Int
  private let page: Int

  private var context: PageContext { frame.context }
  private var organization: Organization { context.archive.organizations[index] }

  init(_ context: PageContext, index: Int, page: Int) {
    let organization = context.archive.organizations[index]
    self.index = index
    self.page = page
    frame = Frame(
      context: context, url: context.archive.url(ofOrganization: index).page(page), title: organization.name,
      description: "\(organization.name)が公表した、または関係者として挙げられた公表文の一覧。",
      trail: [LinkView(title: "組織", url: context.href(.organizations))],
      feed: .organization(index))
  }

  private var paging: Paging {
    Paging(count: organization.entryCount, pageSize: context.archive.site.pageSize)
  }

  private var hasFacts: Bool {
    let file = organization.file
    return file?.aliases.isEmpty == false || file?.corporateNumber != nil || file?.url != nil
      || organization.parent != nil || !organization.children.isEmpty
  }

  private var history: ChartView? {
    guard page == 1 else { return nil }
    return HistoryChart.view(ofNotices: organization.notices, context)
  }

  /// The part of each capacity's notices that this page shows.
  private var sections: [NoticeSectionView] {
    organization.appearances(in: paging.range(ofPage: page)).map { appearance, shown in
      NoticeSectionView(
        label: appearance.role?.label ?? "公表者", count: appearance.notices.count,
        notices: appearance.notices[shown].map { NoticeItemView(context: context, index: $0) })
    }
  }

  static let fields = Fields<Self>(
    "organization",
    frameFields + [
      .text("name", "The organization's name") { $0.organization.name },
      .text("reading", "The name in kana; absent when not known") { $0.organization.reading?.text },
      .text("type", "What kind of organization it is, in Japanese; absent when not known") {
        $0.organization.file?.type?.label
      },
      .text("corporate_number", "Its corporate number (法人番号); absent when not known") {
        $0.organization.file?.corporateNumber
      },
      .text("website", "Its web site; absent when not known") { $0.organization.file?.url },
      .text("aliases", "Other names, with 、 between them; absent when there is none") {
        let aliases = $0.organization.file?.aliases.map(\.value) ?? []
        return aliases.isEmpty ? nil : aliases.joined(separator: "、")
      },
      .object("parent", LinkView.self, "The organization that it belongs to; absent when not known") { view in
        view.organization.parent.map(view.context.link(toOrganization:))
      },
      .list("children", LinkView.self, "The organizations that belong to it") { view in
        view.organization.children.map(view.context.link(toOrganization:))
      },
      .flag("has_facts", "True when any of its other names, number, web site or relations is known") {
        $0.hasFacts
      },
      .html("body", "What its file says about it; absent when nothing") {
        $0.context.html($0.organization.file?.body)
      },
      .object("history", ChartView.self, "Its notices by year; absent for one year and on later pages") {
        $0.history
      },
      .list(
        "sections", NoticeSectionView.self, "Its notices of this page, by what it is in them, newest first"
      ) {
        $0.sections
      },
      .object("pagination", PaginationView.self, "The pages of the list; absent when there is one") { view in
        PaginationView(
          view.context.archive.url(ofOrganization: view.index), page: view.page, paging: view.paging,
          view.context)
      },
    ])
}

/// The notices in which an organization has one capacity.
struct NoticeSectionView: View {
  let label: String
  let count: Int
  let notices: [NoticeItemView]

  static let fields = Fields<Self>(
    "notice section",
    .text("label", "The role, in Japanese") { $0.label },
    .text("count", "How many notices there are in all") { DecimalText.of($0.count) },
    Field.list("notices", NoticeItemView.self, "Those of this page, newest first") { $0.notices }.repeating
  )
}
