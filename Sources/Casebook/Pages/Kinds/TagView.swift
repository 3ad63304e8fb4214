import Mustache

/// A tag: what it means, and the notices and articles that have it.
struct TagView: PageView {
  let frame: Frame
  private let index: Int
  private let page: Int

  private var context: PageContext { frame.context }
  private var tag: Tag { context.archive.tags[index] }

  init(_ context: PageContext, index: Int, page: Int) {
    let tag = context.archive.tags[index]
    self.index = index
    self.page = page
    frame = Frame(
      context: context, url: context.archive.url(ofTag: index).page(page), title: "タグ: \(tag.name)",
      description: "「\(tag.name)」のタグが付いた公表文と記事の一覧。",
      trail: [LinkView(title: "タグ", url: context.href(.tags))], feed: .tag(index))
  }

  private var paging: Paging {
    Paging(count: tag.notices.count + tag.articles.count, pageSize: context.archive.site.pageSize)
  }

  private var notices: [NoticeItemView] {
    paging.range(ofPage: page).clamped(to: 0..<tag.notices.count)
      .map { NoticeItemView(context: context, index: tag.notices[$0]) }
  }

  /// The articles come after the notices.
  private var articles: [ArticleItemView] {
    let start = tag.notices.count
    return paging.range(ofPage: page).clamped(to: start..<start + tag.articles.count)
      .map { ArticleItemView(context: context, index: tag.articles[$0 - start]) }
  }

  static let fields = Fields<Self>(
    "tag",
    frameFields + [
      .text("name", "The tag's name") { $0.tag.name },
      .text("reading", "The name in kana; absent when not known") { $0.tag.reading?.text },
      .html("body", "What its file says about it; absent when nothing") {
        $0.context.html($0.tag.file?.body)
      },
      .text("notice_count", "How many notices have it") { DecimalText.of($0.tag.notices.count) },
      .object("history", ChartView.self, "Its notices by year; absent for one year and on later pages") {
        view in
        view.page == 1 ? HistoryChart.view(ofNotices: view.tag.notices, view.context) : nil
      },
      Field.list("notices", NoticeItemView.self, "The notices of this page, newest first") { $0.notices }
        .repeating,
      .list("articles", ArticleItemView.self, "The articles of this page, newest first") { $0.articles },
      .object("pagination", PaginationView.self, "The pages of the list; absent when there is one") { view in
        PaginationView(
          view.context.archive.url(ofTag: view.index), page: view.page, paging: view.paging, view.context)
      },
    ])
}
