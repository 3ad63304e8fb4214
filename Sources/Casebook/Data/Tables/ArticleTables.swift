// The tables about articles.

extension DataTable {
  private static let articleColumns: [TableColumn<Int>] = [
    TableColumn("id", .text, required: true, "記事の識別子", "The article's id") {
      .text($0.archive.articles[$1].article.slug)
    },
    TableColumn("url", .url, required: true, "記事のページ", "The article's page") {
      .text($0.absolute($0.archive.url(ofArticle: $1)))
    },
    TableColumn("title", .text, required: true, "表題", "The title") {
      .text($0.archive.articles[$1].article.title)
    },
    TableColumn("published", .date, required: true, "公開日", "The day of publication") {
      .date($0.archive.articles[$1].article.published)
    },
    TableColumn("updated", .date, "更新日", "The day of the last change") {
      .ifStated($0.archive.articles[$1].article.updated)
    },
    TableColumn("summary", .text, "要約（書かれている場合）", "The summary, where one was written") {
      .ifStated($0.archive.articles[$1].article.summary)
    },
    TableColumn("tags", .list, required: true, "タグの識別子", "The ids of its tags") {
      $0.tags($0.archive.articles[$1].tags)
    },
    TableColumn("body", .markdown, "本文", "The text") { .body($0.archive.articles[$1].article.body) },
  ]

  static let articles = DataTable(
    "articles", of: .article, "記事", "事件に属さない記事ひとつにつき1行", "One row for each article, newest first",
    key: ["id"],
    rows: { _, index in [index] }, articleColumns)

  private static let articleTagColumns: [TableColumn<(article: Int, tag: Int)>] = [
    TableColumn("article_id", .text, required: true, references: "articles", "記事の識別子", "The article's id") {
      .text($0.archive.articles[$1.article].article.slug)
    },
    TableColumn("tag_id", .text, required: true, references: "tags", "タグの識別子", "The tag's id") {
      .text($0.archive.tags[$1.tag].id)
    },
  ]

  static let articleTags = DataTable(
    "article_tags", of: .article, "記事とタグ", "記事とタグの組ひとつにつき1行", "One row for each pair of an article and a tag",
    key: ["article_id", "tag_id"],
    rows: { source, index in source.archive.articles[index].tags.map { (article: index, tag: $0) } },
    articleTagColumns)
}
