/// The SQL of the database, made from the tables' declarations.
enum DatabaseSchema {
  static func create(_ table: DataTable) -> String {
    var lines = table.columns.map { "  " + column($0, isKey: table.key == [$0.name]) }
    if table.key.count > 1 { lines.append("  PRIMARY KEY (\(table.key.joined(separator: ", ")))") }
    for column in table.columns {
      guard let reference = column.reference,
        let key = DataTable.all.first(where: { $0.name == reference })?.key.first
      else { continue }
      lines.append("  FOREIGN KEY (\(column.name)) REFERENCES \(reference)(\(key))")
    }
    // Rows of a longer key stand in its order, which spares a second tree of nothing but keys.
    let order = table.key.count > 1 ? " WITHOUT ROWID" : ""
    return "CREATE TABLE \(table.name) (\n\(lines.joined(separator: ",\n"))\n)\(order)"
  }

  /// An index for every column that refers to another table and does not lead the key.
  static func indexes(of table: DataTable) -> [String] {
    table.columns.filter { $0.reference != nil && $0.name != table.key.first }
      .map { "CREATE INDEX \(table.name)_\($0.name) ON \(table.name)(\($0.name))" }
  }

  static func insert(_ table: DataTable, rows: Int) -> String {
    let names = table.columns.map(\.name).joined(separator: ", ")
    let row = "(\(table.columns.map { _ in "?" }.joined(separator: ", ")))"
    return
      "INSERT INTO \(table.name) (\(names)) VALUES \(repeatElement(row, count: rows).joined(separator: ", "))"
  }

  private static func column(_ column: Column, isKey: Bool) -> String {
    var sql = "\(column.name) \(column.type.sql)"
    if isKey { sql += " PRIMARY KEY" }
    if column.isRequired { sql += " NOT NULL" }
    switch column.type {
    case .boolean: sql += " CHECK (\(column.name) IN (0, 1))"
    case .term(_, let words):
      sql += " CHECK (\(column.name) IN (\(words.map { "'\($0)'" }.joined(separator: ", "))))"
    default: break
    }
    return sql
  }
}

extension ColumnType {
  fileprivate var sql: String {
    switch self {
    case .integer, .boolean: "INTEGER"
    case .text, .markdown, .url, .date, .term, .list: "TEXT"
    }
  }
}
