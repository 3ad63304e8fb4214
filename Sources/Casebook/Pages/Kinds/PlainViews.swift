import Mustache

/// A page such as about and contact.
struct PlainPageView: PageView {
  let frame: Frame
  private let page: Page

  init(_ context: PageContext, index: Int) {
    page = context.archive.pages[index]
    frame = Frame(
      context: context, url: context.archive.url(ofPage: index), title: page.title,
      description: context.summary(nil, of: page.body))
  }

  static let fields = Fields<Self>(
    "page",
    frameFields + [
      .text("title", "The page's title") { $0.page.title },
      .html("body", "The page's text; absent when there is none") { $0.frame.context.html($0.page.body) },
    ])
}

/// What a server sends for an address that is not there.
struct NotFoundView: PageView {
  let frame: Frame

  init(_ context: PageContext) {
    frame = Frame(context: context, url: .notFound, title: "ページが見つかりません", description: nil)
  }

  static let fields = Fields<Self>("not-found", frameFields)
}

/// A page that sends its reader to another address.
struct RedirectView: PageView {
  let frame: Frame
  private let target: SiteURL

  init(_ context: PageContext, url: SiteURL, to target: SiteURL) {
    self.target = target
    frame = Frame(context: context, url: url, title: "ページが移動しました", description: nil)
  }

  static let fields = Fields<Self>(
    "redirect",
    frameFields + [
      .text("target", "The new address") { $0.frame.context.href($0.target) },
      .text("target_canonical", "The whole new address") { $0.frame.context.absolute($0.target) },
    ])
}
