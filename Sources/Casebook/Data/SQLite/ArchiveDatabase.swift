/// `archive.sqlite`: the tables, keys and indexes among them, a full-text table over the notices, and views.
///
/// It is written by SQLite itself, in memory and in one transaction. The same archive gives the same bytes with the same
/// version of SQLite, which writes its number into the file.
struct ArchiveDatabase {
  private let source: DataSource
  private let noticesByID: [Int]

  init(_ source: DataSource) {
    self.source = source
    noticesByID = source.archive.notices.indices.sorted {
      source.id(ofNotice: $0) < source.id(ofNotice: $1)
    }
  }

  /// Appends the database as the bytes of its file.
  func append(to bytes: inout [UInt8], _ drain: Drain) throws(SQLiteFailure) {
    let database = try SQLiteDatabase(capacity: capacity)
    // Nothing has to be kept for a crash: the file does not exist yet. Its CHECKs are for those who change the database
    // later: SQLite makes a table of the allowed words for every row, and these rows hold words of the vocabularies. On
    // larger pages texts of a few kilobytes leave less room over.
    try database.run(
      """
      PRAGMA page_size = 16384; PRAGMA auto_vacuum = NONE; PRAGMA journal_mode = OFF; PRAGMA secure_delete = OFF;
      PRAGMA encoding = 'UTF-8'; PRAGMA user_version = 1; PRAGMA ignore_check_constraints = ON; BEGIN
      """)
    for table in DataTable.all { try write(table, to: database) }
    try writeFacts(to: database)
    try writeSearch(to: database)
    for table in DataTable.all {
      for index in DatabaseSchema.indexes(of: table) { try database.run(index) }
    }
    for view in DatabaseViews.all { try database.run(view) }
    try database.run("COMMIT")
    try database.appendFile(to: &bytes, drain)
  }

  /// More than it takes: its texts, their terms and its other rows are twice to three times the texts.
  private var capacity: Int {
    min(source.textLength * 4 + 1 << 20, 1 << 30)
  }

  private func write(_ table: DataTable, to database: borrowing SQLiteDatabase) throws(SQLiteFailure) {
    try database.run(DatabaseSchema.create(table))
    if table.longColumn == nil {
      try writeRows(of: table, to: database)
    } else {
      try writeTexts(of: table, to: database)
    }
  }

  /// How many rows one statement inserts: SQLite takes a quarter less time for them than one by one.
  private static let rowsAtOnce = 16

  private func writeRows(
    of table: DataTable, to database: borrowing SQLiteDatabase
  ) throws(SQLiteFailure) {
    let statement = try database.prepare(DatabaseSchema.insert(table, rows: Self.rowsAtOnce))
    let length = Self.rowsAtOnce * table.columns.count
    var cells: [PackedCell] = []
    for subject in order(of: table) {
      table.forEachCell(about: subject, in: source) { cells.append($1) }
      while cells.count >= length {
        try statement.insert(cells[..<length])
        cells.removeFirst(length)
      }
    }
    guard !cells.isEmpty else { return }
    let rest = try database.prepare(DatabaseSchema.insert(table, rows: cells.count / table.columns.count))
    try rest.insert(cells[...])
  }

  private func writeTexts(
    of table: DataTable, to database: borrowing SQLiteDatabase
  ) throws(SQLiteFailure) {
    let statement = try database.prepare(DatabaseSchema.insert(table, rows: 1))
    for subject in 0..<source.count(of: table.subject) {
      table.forEachCell(about: subject, in: source) { statement.bind($1, at: Int32($0 + 1)) }
      try statement.insert(table.text(about: subject, in: source), at: Int32(table.columns.count))
    }
  }

  /// The subjects of a table in the order in which its rows go in. Those of a longer key stand in its order in the file, and
  /// SQLite puts a row behind the others faster than in between.
  private func order(of table: DataTable) -> [Int] {
    let subjects = Array(0..<source.count(of: table.subject))
    guard table.subject == .notice, table.key.count > 1 else { return subjects }
    return noticesByID
  }

  /// What the archive is, who publishes it and on which terms.
  private func writeFacts(to database: borrowing SQLiteDatabase) throws(SQLiteFailure) {
    try database.run("CREATE TABLE archive (name TEXT PRIMARY KEY NOT NULL, value TEXT)")
    let site = source.archive.site
    let facts: [(String, String?)] = [
      ("title", site.title), ("description", site.description), ("url", source.absolute(.home)),
      ("publisher", site.publisher.name), ("license", site.license?.name), ("license_url", site.license?.url),
      ("citation", source.citation), ("last_change", source.lastChange?.description),
    ]
    for (name, value) in facts {
      let statement = try database.prepare("INSERT INTO archive (name, value) VALUES ('\(name)', ?)")
      try statement.insert(value.map { Array($0.utf8)[...] }, at: 1)
    }
  }

  /// The full-text table holds terms alone: `search_documents` says which notice a row is about.
  private func writeSearch(to database: borrowing SQLiteDatabase) throws(SQLiteFailure) {
    try database.takeTerms()
    try database.run(
      """
      CREATE TABLE search_documents (
        document INTEGER PRIMARY KEY, notice_id TEXT NOT NULL UNIQUE REFERENCES notices(id)
      );
      CREATE VIRTUAL TABLE notice_search
        USING fts5(terms, content = '', columnsize = 0, detail = none, tokenize = 'ascii');
      INSERT INTO notice_search(notice_search, rank) VALUES ('automerge', 0), ('hashsize', 67108864)
      """)
    let documents = try database.prepare("INSERT INTO search_documents (document, notice_id) VALUES (?, ?)")
    let search = try database.prepare("INSERT INTO notice_search (rowid, terms) VALUES (?, ?)")
    var terms = SearchTerms()
    for index in source.archive.notices.indices {
      terms.removeAll()
      terms.add(source.archive.notices[index].notice.title)
      terms.add(source.archive.organizations[source.archive.notices[index].publisher].name)
      source.archive.notices[index].notice.summary.map { terms.add($0) }
      terms.add(source.archive.notices[index].notice.body.bytes)
      documents.bind(index + 1, at: 1)
      try documents.insert(Array(source.id(ofNotice: index).utf8)[...], at: 2)
      search.bind(index + 1, at: 1)
      try search.insert(&terms, at: 2)
    }
  }
}
