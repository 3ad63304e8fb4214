/// A table of the data export: the one declaration from which its CSV, its JSON, its schemas and its SQL are made.
package final class DataTable: Sendable {
  /// What a row is about.
  package enum Subject: Sendable {
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
  /// Takes a cell of a row, with its place among the columns that were asked for: 0 starts a new row.
  typealias TakeCell = (_ place: Int, _ cell: borrowing Cell) -> Void

  /// Calls with the cells of some columns, by their indexes, for each row about a subject.
  private let visit: @Sendable (DataSource, Int, [Int], TakeCell) -> Void

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
    let values = columns.map { CellValue($0.value) }
    visit = { source, subject, columns, take in
      for row in rows(source, subject) {
        for place in columns.indices { take(place, values[columns[place]].value(source, row)) }
      }
    }
  }

  /// Calls with the cells of some columns for each row about one subject; what is not asked for is not made.
  func forEachCell(of subject: Int, in source: DataSource, _ columns: [Int], _ take: TakeCell) {
    visit(source, subject, columns, take)
  }

  /// Calls with the cells of some columns for each row.
  func forEachCell(in source: DataSource, _ columns: [Int], _ take: TakeCell) {
    for subject in 0..<source.count(of: subject) { visit(source, subject, columns, take) }
  }

  /// The indexes of the columns that are for spreadsheets too.
  var shortColumns: [Int] { columns.indices.filter { !columns[$0].type.isLong } }
}

extension DataTable {
  /// In the order of the data page; a table stands after those that it refers to.
  static let all = [
    incidents, notices, affected, timeline, parties, organizations, tags, articles, sources, corrections,
    incidentCorrections, noticeIncidents, noticeTags, incidentTags, incidentRelations, affectedData,
    organizationAliases, tagAliases, articleTags, terms,
  ]

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
