// The tables about tags.

extension DataTable {
  private static let tagColumns: [TableColumn<Int>] = [
    TableColumn("id", .text, required: true, "タグの識別子", "The tag's id") { .text($0.archive.tags[$1].id) },
    TableColumn("url", .url, required: true, "タグのページ", "The tag's page") {
      .text($0.absolute($0.archive.url(ofTag: $1)))
    },
    TableColumn("name", .text, required: true, "名称", "The name") { .text($0.archive.tags[$1].name) },
    TableColumn("reading", .text, "読み", "The name in kana") { .ifStated($0.archive.tags[$1].file?.reading) },
    TableColumn("notice_count", .integer, required: true, "公表文の数", "The number of notices that have it") {
      .integer($0.archive.tags[$1].notices.count)
    },
    TableColumn("article_count", .integer, required: true, "記事の数", "The number of articles that have it") {
      .integer($0.archive.tags[$1].articles.count)
    },
    TableColumn("description", .markdown, "説明", "What the archive says about it") {
      .body($0.archive.tags[$1].file?.body)
    },
  ]

  static let tags = DataTable(
    "tags", of: .tag, "タグ", "タグひとつにつき1行", "One row for each tag, by reading", key: ["id"],
    rows: { _, index in [index] }, tagColumns)

  private static let tagAliasColumns: [TableColumn<(tag: Int, alias: String)>] = [
    TableColumn("tag_id", .text, required: true, references: "tags", "タグの識別子", "The tag's id") {
      .text($0.archive.tags[$1.tag].id)
    },
    TableColumn("alias", .text, required: true, "別名", "Another name") { .text($1.alias) },
  ]

  static let tagAliases = DataTable(
    "tag_aliases", of: .tag, "タグの別名", "タグの別名ひとつにつき1行", "One row for each other name of a tag",
    key: ["tag_id", "alias"], nested: "aliases",
    rows: { source, index in
      DataTable.distinct(source.archive.tags[index].file?.aliases).map { (tag: index, alias: $0) }
    },
    tagAliasColumns)
}
