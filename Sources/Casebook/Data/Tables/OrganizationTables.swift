// The tables about organizations.

extension DataTable {
  private static let organizationColumns: [TableColumn<Int>] = [
    TableColumn("id", .text, required: true, "組織の識別子", "The organization's id") {
      .text($0.archive.organizations[$1].id)
    },
    TableColumn("url", .url, required: true, "組織のページ", "The organization's page") {
      .text($0.absolute($0.archive.url(ofOrganization: $1)))
    },
    TableColumn("name", .text, required: true, "名称", "The name") { .text($0.archive.organizations[$1].name) },
    TableColumn("reading", .text, "読み", "The name in kana") {
      .ifStated($0.archive.organizations[$1].file?.reading)
    },
    TableColumn("type", .term(OrganizationType.self), "種別", "What kind of organization it is") {
      .ifStated($0.archive.organizations[$1].file?.type)
    },
    TableColumn("corporate_number", .text, "法人番号", "The corporate number (法人番号)") {
      .ifStated($0.archive.organizations[$1].file?.corporateNumber)
    },
    TableColumn(
      "parent_id", .text, references: "organizations", "属する組織の識別子", "The organization to which it belongs"
    ) {
      source, index in
      .ifStated(source.archive.organizations[index].parent.map { source.archive.organizations[$0].id })
    },
    TableColumn("website", .url, "組織のウェブサイト", "Its web site") {
      .ifStated($0.archive.organizations[$1].file?.url)
    },
    TableColumn("notice_count", .integer, required: true, "現れた公表文の数", "The number of notices that name it") {
      .integer($0.archive.organizations[$1].notices.count)
    },
    TableColumn("description", .markdown, "説明", "What the archive says about it") {
      .body($0.archive.organizations[$1].file?.body)
    },
  ]

  static let organizations = DataTable(
    "organizations", of: .organization, "組織", "組織ひとつにつき1行", "One row for each organization, by reading",
    key: ["id"],
    rows: { _, index in [index] }, organizationColumns)

  private static let organizationAliasColumns: [TableColumn<(organization: Int, alias: String)>] = [
    TableColumn(
      "organization_id", .text, required: true, references: "organizations", "組織の識別子", "The organization's id"
    ) { .text($0.archive.organizations[$1.organization].id) },
    TableColumn("alias", .text, required: true, "別名", "Another name") { .text($1.alias) },
  ]

  static let organizationAliases = DataTable(
    "organization_aliases", of: .organization, "組織の別名", "組織の別名ひとつにつき1行",
    "One row for each other name of an organization",
    key: ["organization_id", "alias"], nested: "aliases",
    rows: { source, index in
      DataTable.distinct(source.archive.organizations[index].file?.aliases).map {
        (organization: index, alias: $0)
      }
    }, organizationAliasColumns)

  /// Each name once: an alias that stands twice means the same.
  static func distinct(_ names: [Located<String>]?) -> [String] {
    var seen: Set<String> = []
    return (names ?? []).map(\.value).filter { seen.insert($0).inserted }
  }
}
