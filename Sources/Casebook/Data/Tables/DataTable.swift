import Mustache
import Synchronization

/// A table of the data export: the one declaration from which its CSV, its JSON, its schemas and its SQL are made.
package final class DataTable: Sendable {
  /// What a row is about.
  package enum Subject: Int, Sendable, CaseIterable {
    case incident
    case notice
    case organization
    case tag
    case article
    case vocabulary
  }

  /// The name of its files and of its SQL table.
  let name: String
  let subject: Subject
  let title: String
  /// What a row is, for the data page.
  let japanese: String
  /// What a row is, for schemas.
  let english: String
  /// The columns whose values together are different in every row.
  let key: [String]
  /// The name under which JSON records of the subject hold its rows; nil when they say the same in another way.
  let nested: String?
  let columns: [Column]
  /// The columns that are for spreadsheets too.
  let shortColumns: [Column]
  /// The column of a document's text, which is the last; nil for a table without.
  let longColumn: Column?
  /// Takes a cell of a row, with its place among the short columns: 0 starts a new row.
  typealias TakeCell = (_ place: Int, _ cell: PackedCell) -> Void

  /// Appends the cells of the short columns for each row about a subject.
  private let pack: @Sendable (DataSource, Int, inout ByteBuffer) -> Void
  /// Less than 0 as long as nobody has asked.
  private let knownNumber = Atomic<Int>(-1)
  /// The long text about a subject.
  private let text: @Sendable (DataSource, Int) -> ArraySlice<UInt8>?

  /// - Parameters:
  ///   - rows: the rows about the subject with an index, in order.
  ///   - columns: each with the way to its value.
  init<Row: Sendable>(
    _ name: String, of subject: Subject, _ title: String, _ japanese: String, _ english: String,
    key: [String], nested: String? = nil,
    rows: @escaping @Sendable (DataSource, Int) -> [Row],
    _ columns: [TableColumn<Row>]
  ) {
    self.name = name
    self.subject = subject
    self.title = title
    self.japanese = japanese
    self.english = english
    self.key = key
    self.nested = nested
    self.columns = columns.map(\.column)
    shortColumns = self.columns.filter { !$0.type.isLong }
    longColumn = self.columns.first { $0.type.isLong }
    let values = columns.filter { !$0.column.type.isLong }.map { CellValue($0.value) }
    pack = { source, subject, bytes in
      for row in rows(source, subject) {
        for value in values { value.value(source, row).pack(into: &bytes) }
      }
    }
    let long = columns.first { $0.column.type.isLong }
    text = { source, subject in
      guard let long, let row = rows(source, subject).first, case .bytes(let text) = long.value(source, row)
      else { return nil }
      return text
    }
  }

  /// Appends the rows about a subject, without its long text.
  func pack(rowsAbout subject: Int, in source: DataSource, into bytes: inout ByteBuffer) {
    pack(source, subject, &bytes)
  }

  /// Calls with the cells of the short columns for each row about one subject.
  @inline(__always)
  func forEachCell(about index: Int, in source: DataSource, _ take: TakeCell) {
    forEachCell(about: index, in: source.rows(of: subject).rows(about: index, in: source), take)
  }

  /// The same with rows of all tables of the subject.
  @inline(__always)
  func forEachCell(about index: Int, in rows: PackedRows, _ take: TakeCell) {
    let columnCount = shortColumns.count
    rows.withRows(of: number, about: index) { PackedCell.forEach(in: $0, columnCount: columnCount, take) }
  }

  /// Calls with all rows, packed, run after run.
  @inline(__always)
  func forEachRun(in source: DataSource, _ use: (UnsafeBufferPointer<UInt8>) -> Void) {
    let number = number
    source.rows(of: subject).forEachRun(in: source) { $0.withRows(of: number, use) }
  }

  /// The long text about a subject, whose table has one row for each; nil where there is none.
  func text(about subject: Int, in source: DataSource) -> ArraySlice<UInt8>? { text(source, subject) }

  /// Its number among the tables of its subject: every record asks each of its tables.
  private var number: Int {
    let known = knownNumber.load(ordering: .relaxed)
    if known >= 0 { return known }
    let number = Self.tables(of: subject).firstIndex { $0 === self } ?? 0
    knownNumber.store(number, ordering: .relaxed)
    return number
  }
}

extension DataTable {
  /// In the order of the data page; a table stands after those that it refers to.
  static let all = [
    incidents, notices, affected, timeline, parties, organizations, tags, articles, sources, corrections,
    incidentCorrections, noticeIncidents, noticeTags, incidentTags, incidentRelations, affectedData,
    organizationAliases, tagAliases, articleTags, terms,
  ]

  static func tables(of subject: Subject) -> [DataTable] { all.filter { $0.subject == subject } }

  static func main(of subject: Subject) -> DataTable {
    switch subject {
    case .incident: incidents
    case .notice: notices
    case .organization: organizations
    case .tag: tags
    case .article: articles
    case .vocabulary: terms
    }
  }

  /// The tables whose rows a JSON record of the subject holds.
  static func nested(in subject: Subject) -> [DataTable] {
    all.filter { $0.subject == subject && $0.nested != nil }
  }
}
