import Mustache

/// An article in a list.
struct ArticleItemView: View {
  let context: PageContext
  let index: Int

  var archived: ArchivedArticle { context.archive.articles[index] }
  var article: Article { archived.article }

  static let fields = Fields<Self>(
    "article item",
    .text("title", "The article's title") { $0.article.title },
    .text("url", "The article's page") { $0.context.href($0.context.archive.url(ofArticle: $0.index)) },
    .object("published", DateView.self, "When it was published") { DateView(date: $0.article.published) },
    .text("summary", "Its summary, or its first paragraph as plain text") { view in
      view.context.summary(view.article.summary, of: view.article.body)
    }
  )
}
