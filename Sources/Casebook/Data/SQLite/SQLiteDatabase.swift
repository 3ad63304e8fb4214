import CSQLite

/// Why SQLite did not do what it was asked; with correct SQL, memory that ran out or a library without FTS5.
struct SQLiteFailure: Error, CustomStringConvertible {
  let message: String

  var description: String { "SQLite: \(message)" }
}

/// A new SQLite database in memory, used by one thread.
///
/// Its file is one piece of memory (the VFS `memdb`), which can be read as it is: a `:memory:` database would have to be
/// copied into a second piece first.
struct SQLiteDatabase: ~Copyable {
  private let handle: OpaquePointer

  /// In bytes: how much of the file is appended at a time.
  private static let pieceLength = 1 << 17

  /// - Parameter capacity: in bytes; what it may grow to before it has to be moved. Memory that it does not reach is not used.
  init(capacity: Int) throws(SQLiteFailure) {
    handle = try Self.opened(capacity: capacity)
    var limit = sqlite3_int64.max
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_SIZE_LIMIT, &limit)
  }

  /// Sets up the library, which is to be done once and before its first use; where others used it already, it stays as it is.
  private static let setUp: Void = { _ = casebook_count_no_memory() }()

  private static func opened(capacity: Int) throws(SQLiteFailure) -> OpaquePointer {
    setUp
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let kind = UInt32(SQLITE_DESERIALIZE_RESIZEABLE | SQLITE_DESERIALIZE_FREEONCLOSE)
    // A name without a slash is this connection's own. SQLite frees the memory, also where it does not take it.
    guard sqlite3_open_v2("archive", &handle, flags, "memdb") == SQLITE_OK, let handle,
      let memory = sqlite3_malloc64(sqlite3_uint64(capacity)),
      sqlite3_deserialize(handle, "main", memory, 0, sqlite3_int64(capacity), kind) == SQLITE_OK
    else {
      sqlite3_close(handle)
      throw SQLiteFailure(message: "cannot open a database in memory")
    }
    return handle
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements that give no rows.
  func run(_ sql: String) throws(SQLiteFailure) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
  }

  /// From now on FTS5 is handed terms, not texts.
  func takeTerms() throws(SQLiteFailure) {
    guard casebook_take_terms(handle) == SQLITE_OK else { throw failure }
  }

  func prepare(_ sql: String) throws(SQLiteFailure) -> SQLiteStatement {
    var statement: OpaquePointer?
    guard
      sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil) == SQLITE_OK,
      let statement
    else { throw failure }
    return SQLiteStatement(statement)
  }

  /// Appends the database as the bytes of its file.
  func appendFile(to bytes: inout [UInt8], _ drain: Drain) throws(SQLiteFailure) {
    var size: sqlite3_int64 = 0
    guard let file = sqlite3_serialize(handle, "main", &size, UInt32(SQLITE_SERIALIZE_NOCOPY)) else {
      throw failure
    }
    var rest = UnsafeBufferPointer(start: file, count: Int(size))[...]
    while !rest.isEmpty {
      bytes.append(contentsOf: rest.prefix(Self.pieceLength))
      rest = rest.dropFirst(Self.pieceLength)
      drain(&bytes)
    }
  }

  private var failure: SQLiteFailure { SQLiteFailure(message: String(cString: sqlite3_errmsg(handle))) }
}

/// A prepared statement that inserts rows.
///
/// SQLite copies no text that is bound: it has to stay where it is until the row is inserted.
struct SQLiteStatement: ~Copyable {
  private let statement: OpaquePointer
  private static let nothing: StaticString = ""

  fileprivate init(_ statement: OpaquePointer) {
    self.statement = statement
  }

  deinit { sqlite3_finalize(statement) }

  /// Binds the value of a parameter, from 1.
  func bind(_ cell: PackedCell, at index: Int32) {
    switch cell.kind {
    case .null: sqlite3_bind_null(statement, index)
    case .text, .plain, .date, .list: bind(cell.text, at: index)
    case .integer: bind(cell.integer, at: index)
    case .no: bind(0, at: index)
    case .yes: bind(1, at: index)
    }
  }

  func bind(_ number: Int, at index: Int32) { sqlite3_bind_int64(statement, index, sqlite3_int64(number)) }

  private func bind(_ text: UnsafeBufferPointer<UInt8>, at index: Int32) {
    text.withMemoryRebound(to: CChar.self) { text in
      // An empty buffer may have no address, which SQLite would take for NULL.
      let start =
        text.baseAddress ?? UnsafeRawPointer(Self.nothing.utf8Start).assumingMemoryBound(to: CChar.self)
      sqlite3_bind_text(statement, index, start, Int32(text.count), nil)
    }
  }

  /// Inserts rows, of whose cells there are as many as parameters.
  func insert(_ cells: ArraySlice<PackedCell>) throws(SQLiteFailure) {
    for (index, cell) in cells.enumerated() { bind(cell, at: Int32(index + 1)) }
    try insert()
  }

  /// Inserts the row of the bound values and of a last one; nil is NULL.
  func insert(_ text: ArraySlice<UInt8>?, at index: Int32) throws(SQLiteFailure) {
    guard let text else {
      sqlite3_bind_null(statement, index)
      return try insert()
    }
    var failure: SQLiteFailure?
    text.withUnsafeBufferPointer { text in
      bind(text, at: index)
      do throws(SQLiteFailure) { try insert() } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Inserts the row of the bound values and of terms.
  func insert(_ terms: inout SearchTerms, at index: Int32) throws(SQLiteFailure) {
    var failure: SQLiteFailure?
    terms.withTerminated { text in
      text?.withMemoryRebound(to: CChar.self, capacity: 1) {
        // FTS5 would copy a text of which it does not know that it ends with a zero.
        _ = sqlite3_bind_text(statement, index, $0, -1, nil)
      }
      do throws(SQLiteFailure) { try insert() } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Inserts the row of the bound values.
  func insert() throws(SQLiteFailure) {
    guard sqlite3_step(statement) == SQLITE_DONE, sqlite3_reset(statement) == SQLITE_OK else {
      throw SQLiteFailure(message: String(cString: sqlite3_errmsg(sqlite3_db_handle(statement))))
    }
  }
}
