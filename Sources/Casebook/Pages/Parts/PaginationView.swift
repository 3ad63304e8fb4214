import Mustache

/// The pages of a long list. A list of one page has none.
struct PaginationView: View {
  private let page: Int
  private let pageCount: Int
  private let list: SiteURL
  private let context: PageContext

  /// Nil for a list of one page.
  init?(_ list: SiteURL, page: Int, paging: Paging, _ context: PageContext) {
    guard paging.pageCount > 1 else { return nil }
    self.page = page
    pageCount = paging.pageCount
    self.list = list
    self.context = context
  }

  private func link(_ number: Int) -> LinkView {
    LinkView(title: String(number), url: context.href(list.page(number)), isCurrent: number == page)
  }

  /// The first, the last and those around the current one.
  private var shownPages: [PageLinkView] {
    var links: [PageLinkView] = []
    for number in 1...pageCount where number == 1 || number == pageCount || abs(number - page) <= 2 {
      let hasGap = (links.last?.number ?? 0) + 1 < number
      links.append(PageLinkView(number: number, link: link(number), followsGap: hasGap))
    }
    return links
  }

  static let fields = Fields<Self>(
    "pagination",
    .text("page", "The number of this page") { String($0.page) },
    .text("page_count", "The number of pages") { String($0.pageCount) },
    .object("previous", LinkView.self, "The page before; absent on the first") {
      $0.page > 1 ? $0.link($0.page - 1) : nil
    },
    .object("next", LinkView.self, "The page after; absent on the last") {
      $0.page < $0.pageCount ? $0.link($0.page + 1) : nil
    },
    .list("pages", PageLinkView.self, "The first page, the last one and those around this one") {
      $0.shownPages
    }
  )
}

/// A link to one page of a long list.
struct PageLinkView: View {
  let number: Int
  let link: LinkView
  let followsGap: Bool

  static let fields = Fields<Self>(
    "page link",
    .text("number", "The page's number") { String($0.number) },
    .text("url", "Its address") { $0.link.url },
    .flag("current", "True for this page") { $0.link.isCurrent },
    .flag("follows_gap", "True when pages before it are left out") { $0.followsGap }
  )
}
