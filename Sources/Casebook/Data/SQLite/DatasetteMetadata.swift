/// `datasette.json`: what Datasette shows beside the database, and the search, which takes more SQL than one wants to
/// type. Use: `datasette archive.sqlite --metadata datasette.json`.
struct DatasetteMetadata {
  let source: DataSource

  var document: JSONObject {
    let site = source.archive.site
    var tables = JSONObject()
    for table in DataTable.all { tables[table.name] = .object(self.table(table)) }
    for hidden in ["search_documents", "notice_search"] { tables[hidden] = ["hidden": true] }
    let database: JSONObject = [
      "tables": .object(tables),
      "queries": [
        "search": [
          "title": "公表文の全文検索",
          "description": "語を含む公表文を探します。半角の英字は小文字で入力してください。",
          "sql": .string(Self.search), "params": ["q"],
        ]
      ],
    ]
    var metadata: JSONObject = [
      "title": .string(site.title), "description": .string(site.description),
      "source": .string(source.citation), "source_url": .string(source.absolute(.home)),
    ]
    if let license = site.license {
      metadata["license"] = .string(license.name)
      metadata["license_url"] = .string(license.url)
    }
    metadata["databases"] = ["archive": .object(database)]
    return metadata
  }

  private func table(_ table: DataTable) -> JSONObject {
    var columns = JSONObject()
    for column in table.columns { columns[column.name] = .string(column.japanese) }
    return [
      "title": .string(table.title), "description": .string(table.japanese), "columns": .object(columns),
    ]
  }

  /// The notices that hold a text of one character or more: those that hold it as it is written come first.
  ///
  /// It cuts the text into pairs as `SearchTerms` does, and asks for all of them.
  static let search = """
    WITH RECURSIVE query(text) AS (
      SELECT replace(lower(:q), '"', '')
    ), pairs(position, terms) AS (
      SELECT 1, '"' || substr(text, 1, 2) || '"' || iif(length(text) = 1, '*', '') FROM query WHERE text <> ''
      UNION ALL
      SELECT position + 1, terms || ' "' || substr(text, position + 1, 2) || '"' FROM pairs, query
      WHERE position + 2 <= length(text)
    )
    SELECT n.published, n.case_number, n.publisher, n.title, n.url,
      instr(lower(n.title || n.publisher || ifnull(n.summary, '') || ifnull(n.body, '')), text) > 0 AS as_written
    FROM query, search_documents d JOIN notices n ON n.id = d.notice_id
    WHERE d.document IN (
      SELECT rowid FROM notice_search
      WHERE notice_search MATCH (SELECT terms FROM pairs ORDER BY position DESC LIMIT 1)
    )
    ORDER BY as_written DESC, n.published DESC, n.id
    """
}
