/// A column of a table: what it is called, what it holds and what that means.
///
/// Names are stable: programs of others depend on them. Everything that says something about a column (CSV heads, JSON
/// members, JSON Schema, the data package, SQL, the data page, docs/data.md) is made from this.
struct Column: Sendable {
  let name: String
  let type: ColumnType
  /// True when it is never null.
  let isRequired: Bool
  /// What it is, for the data page.
  let japanese: String
  /// What it is, for schemas.
  let english: String
  /// The table whose key it holds.
  let reference: String?

  init(
    _ name: String, _ type: ColumnType, required: Bool = false, references reference: String? = nil,
    _ japanese: String, _ english: String
  ) {
    self.name = name
    self.type = type
    self.isRequired = required
    self.reference = reference
    self.japanese = japanese
    self.english = english
  }
}

/// What the cells of a column hold.
enum ColumnType: Sendable {
  case text
  /// A document's text, as CommonMark. It is left out of tables that are for spreadsheets.
  case markdown
  case url
  case date
  case integer
  case boolean
  /// A word of a vocabulary.
  case term(vocabulary: String, words: [String])
  /// Words without `;`: a list in JSON, joined with `;` elsewhere.
  case list

  static func term<Vocabulary: Term>(_: Vocabulary.Type) -> ColumnType {
    .term(vocabulary: Vocabulary.vocabulary, words: Vocabulary.allCases.map(\.rawValue))
  }

  var isLong: Bool {
    if case .markdown = self { true } else { false }
  }

  /// What the data page calls it.
  var japanese: String {
    switch self {
    case .text: "文字列"
    case .markdown: "文章（CommonMark）"
    case .url: "URL"
    case .date: "日付"
    case .integer: "整数"
    case .boolean: "真偽値"
    case .term: "用語"
    case .list: "一覧"
    }
  }
}

/// The way from a row to a value. In an array of closures Swift would put a second closure around each.
struct CellValue<Row: Sendable>: Sendable {
  let value: @Sendable (DataSource, Row) -> Cell

  init(_ value: @escaping @Sendable (DataSource, Row) -> Cell) { self.value = value }
}

/// A column with the way from a row to its value.
struct TableColumn<Row: Sendable>: Sendable {
  let column: Column
  let value: @Sendable (DataSource, Row) -> Cell

  init(
    _ name: String, _ type: ColumnType, required: Bool = false, references reference: String? = nil,
    _ japanese: String, _ english: String, _ value: @escaping @Sendable (DataSource, Row) -> Cell
  ) {
    column = Column(name, type, required: required, references: reference, japanese, english)
    self.value = value
  }
}
