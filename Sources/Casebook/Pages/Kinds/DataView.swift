import Mustache

/// The page that explains the files under `/data/`.
struct DataView: PageView {
  let frame: Frame
  private let source: DataSource

  private var context: PageContext { frame.context }
  private var outputs: SiteOutputs { context.archive.site.outputs }

  init(_ context: PageContext, _ source: DataSource) {
    self.source = source
    frame = Frame(
      context: context, url: .data, title: "データ",
      description: "このアーカイブの全体を、CSV、JSON、SQLiteなどの形で取得できます。各ファイルの内容と列の意味を説明します。",
      subject: .data(source.lastChange))
  }

  private func file(_ file: PlannedData) -> String { context.href(file.url) }

  /// The files about the whole archive.
  private var documents: [DataDocumentView] {
    let database: [DataDocumentView] = [
      DataDocumentView(
        name: "archive.sqlite", url: file(.database), format: "SQLite",
        note: "すべての表と本文に、索引、全文検索の表、よくある問いのためのビューを加えたデータベース"),
      DataDocumentView(
        name: "datasette.json", url: file(.datasette), format: "JSON",
        note: "archive.sqliteをDatasetteで開くときの説明と検索の問い合わせ"),
    ]
    return [
      DataDocumentView(
        name: "archive.json", url: file(.archive), format: "JSON", note: "アーカイブの全体。ほかのファイルと突き合わせる必要はない",
        schemaURL: file(.archiveSchema))
    ] + (outputs.sqlite ? database : []) + [
      DataDocumentView(
        name: "datapackage.json", url: file(.dataPackage), format: "JSON",
        note: "CSVの列の型と、表どうしの関係（Frictionless Data Package）")
    ]
  }

  private var records: [DataDocumentView] {
    DataTable.Subject.withRecords.map { subject in
      let table = DataTable.main(of: subject)
      let files = PlannedData.records(subject)
      return DataDocumentView(
        name: "\(table.name).ndjson", url: file(files), format: "NDJSON",
        note: "\(table.title)ひとつにつき1行のJSON",
        schemaURL: file(.recordSchema(subject)))
    }
  }

  static let fields = Fields<Self>(
    "data",
    frameFields + [
      .text("notice_count", "The number of notices") { DecimalText.of($0.context.archive.notices.count) },
      .text("incident_count", "The number of incidents") {
        DecimalText.of($0.context.archive.incidents.count)
      },
      .text("organization_count", "The number of organizations") {
        DecimalText.of($0.context.archive.organizations.count)
      },
      .object("last_change", DateView.self, "The last day on which something was published or corrected") {
        $0.source.lastChange.map(DateView.init)
      },
      .text("citation", "How the archive is to be cited") { $0.source.citation },
      .object("license", LinkView.self, "The terms of use; absent when site.yaml states none") {
        $0.context.archive.site.license.map { LinkView(title: $0.name, url: $0.url) }
      },
      .list("documents", DataDocumentView.self, "The files about the whole archive") { $0.documents },
      .list("records", DataDocumentView.self, "The files with one record a line") { $0.records },
      .flag("page_records", "True when an index.json stands beside each notice and incident") {
        $0.outputs.pageJSON
      },
      .flag("veris", "True when there is a VERIS record of each incident") { $0.outputs.veris },
      .list("tables", DataTableView.self, "The tables") { view in
        DataTable.all.map { DataTableView(context: view.context, table: $0) }
      },
    ])
}

/// A file of the data page.
struct DataDocumentView: View {
  let name: String
  let url: String
  let format: String
  let note: String
  var schemaURL: String?

  static let fields = Fields<Self>(
    "data-document",
    .text("name", "The file's name") { $0.name },
    .text("url", "The file") { $0.url },
    .text("format", "Its format") { $0.format },
    .text("note", "What it holds") { $0.note },
    .text("schema_url", "Its JSON Schema; absent when it has none") { $0.schemaURL }
  )
}

/// A table of the data page.
struct DataTableView: View {
  let context: PageContext
  let table: DataTable

  private func url(_ file: PlannedData) -> String { context.href(file.url) }

  static let fields = Fields<Self>(
    "data-table",
    .text("name", "The table's name") { $0.table.name },
    .text("title", "What its rows are about") { $0.table.title },
    .text("note", "What a row is") { $0.table.japanese },
    .text("key", "The columns that tell its rows apart") { $0.table.key.joined(separator: ", ") },
    .text("csv_url", "The table as CSV") { $0.url(.csv($0.table.name)) },
    .text("json_url", "The table as JSON") { $0.url(.json($0.table.name)) },
    .text("schema_url", "The JSON Schema of its JSON") { $0.url(.tableSchema($0.table.name)) },
    .list("columns", DataColumnView.self, "Its columns") { $0.table.columns.map(DataColumnView.init) }
  )
}

/// A column of a table of the data page.
struct DataColumnView: View {
  let column: Column

  private var words: [String] {
    guard case .term(_, let words) = column.type else { return [] }
    return words
  }

  static let fields = Fields<Self>(
    "data-column",
    .text("name", "The column's name") { $0.column.name },
    .text("type", "What it holds, in Japanese") { $0.column.type.japanese },
    .text("note", "What it means") { $0.column.japanese },
    .flag("required", "True when it is never empty") { $0.column.isRequired },
    .flag("long", "True when it is in JSON records and the database only") { $0.column.type.isLong },
    .text("reference", "The table whose key it holds; absent when it holds none") { $0.column.reference },
    .text("words", "The words that it can hold; absent when it is not a term") {
      $0.words.isEmpty ? nil : $0.words.joined(separator: ", ")
    }
  )
}
