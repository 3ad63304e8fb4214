import Mustache

/// The index of articles, newest first.
struct ArticleIndexView: PageView {
  let frame: Frame
  private let page: Int

  private var context: PageContext { frame.context }

  init(_ context: PageContext, page: Int) {
    frame = Frame(
      context: context, url: SiteURL.articles.page(page), title: "記事", description: "特定の事件を扱わない記事の一覧。")
    self.page = page
  }

  private var paging: Paging {
    Paging(count: context.archive.articles.count, pageSize: context.archive.site.pageSize)
  }

  static let fields = Fields<Self>(
    "article-index",
    frameFields + [
      .list("articles", ArticleItemView.self, "The articles of this page, newest first") { view in
        view.paging.range(ofPage: view.page).map { ArticleItemView(context: view.context, index: $0) }
      },
      .object("pagination", PaginationView.self, "The pages of the list; absent when there is one") {
        PaginationView(.articles, page: $0.page, paging: $0.paging, $0.context)
      },
    ])
}

/// An article.
struct ArticleView: PageView {
  let frame: Frame
  private let index: Int

  private var context: PageContext { frame.context }
  private var archived: ArchivedArticle { context.archive.articles[index] }
  private var article: Article { archived.article }

  init(_ context: PageContext, index: Int) {
    let archived = context.archive.articles[index]
    self.index = index
    frame = Frame(
      context: context, url: context.archive.url(ofArticle: index), title: archived.article.title,
      description: context.summary(archived.article.summary, of: archived.article.body),
      trail: [LinkView(title: "記事", url: context.href(.articles))], subject: .article(index))
  }

  static let fields = Fields<Self>(
    "article",
    frameFields + [
      .text("title", "The article's title") { $0.article.title },
      .object("published", DateView.self, "When it was published") { DateView(date: $0.article.published) },
      .object("updated", DateView.self, "When it was last changed; absent when it was not") {
        $0.article.updated.map(DateView.init)
      },
      .list("tags", LinkView.self, "Its tags") { view in view.archived.tags.map(view.context.link(toTag:)) },
      .html("body", "The article's text; absent when there is none") { $0.context.html(.article($0.index)) },
    ])
}
