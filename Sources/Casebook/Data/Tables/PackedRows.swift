import Mustache
import Synchronization

/// The rows of all tables about a run of subjects, without their long texts, as bytes.
///
/// What a row says stands in three files or more, and taking it together from the archive costs more than writing it.
/// So that is done once, for all tables while the subjects are at hand, when the first file asks for it.
final class PackedRows: Sendable {
  // They never change and never move, so that SQLite can be given their addresses.
  nonisolated(unsafe) private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the rows about each subject start, table by table, and where the last ones end.
  private let starts: [UInt32]
  private let subjects: Range<Int>

  init(about subjects: Range<Int>, _ tables: [DataTable], _ source: DataSource) {
    var bytes = ByteBuffer(capacity: subjects.count * 2048)
    var starts: [UInt32] = []
    starts.reserveCapacity(subjects.count * tables.count + 1)
    for table in tables {
      for subject in subjects {
        starts.append(UInt32(bytes.count))
        table.pack(rowsAbout: subject, in: source, into: &bytes)
      }
    }
    starts.append(UInt32(bytes.count))
    let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    bytes.withBytes(from: 0) { _ = room.initialize(from: $0) }
    self.bytes = UnsafeBufferPointer(room)
    self.starts = starts
    self.subjects = subjects
  }

  deinit { bytes.deallocate() }

  /// Calls with the rows of a table, by its number among those of the subject, about one subject.
  @inline(__always)
  func withRows(of table: Int, about subject: Int, _ use: (UnsafeBufferPointer<UInt8>) -> Void) {
    let place = table * subjects.count + subject - subjects.lowerBound
    withBytes(from: place, to: place + 1, use)
  }

  /// Calls with all rows of a table.
  @inline(__always)
  func withRows(of table: Int, _ use: (UnsafeBufferPointer<UInt8>) -> Void) {
    withBytes(from: table * subjects.count, to: (table + 1) * subjects.count, use)
  }

  @inline(__always)
  private func withBytes(from start: Int, to end: Int, _ use: (UnsafeBufferPointer<UInt8>) -> Void) {
    use(UnsafeBufferPointer(rebasing: bytes[Int(starts[start])..<Int(starts[end])]))
  }
}

/// The rows about all subjects of a kind, each run made when it is first asked for.
final class SubjectRows: Sendable {
  /// In subjects: so few that those at hand stay in the processor's cache while their tables are made, and that a preview
  /// makes little more than the one record that it was asked for.
  private static let runLength = 128

  private let tables: [DataTable]
  private let count: Int
  private let runs: [Run]

  private final class Run: Sendable {
    let rows = Mutex<PackedRows?>(nil)
  }

  init(_ subject: DataTable.Subject, count: Int) {
    tables = DataTable.tables(of: subject)
    self.count = count
    runs = (0..<(count + Self.runLength - 1) / Self.runLength).map { _ in Run() }
  }

  /// The rows about a subject, and about its neighbours.
  func rows(about subject: Int, in source: DataSource) -> PackedRows {
    run(subject / Self.runLength, source)
  }

  /// Calls with the rows of run after run.
  func forEachRun(in source: DataSource, _ use: (PackedRows) -> Void) {
    for index in runs.indices { use(run(index, source)) }
  }

  private func run(_ index: Int, _ source: DataSource) -> PackedRows {
    while true {
      if let rows = runs[index].rows.withLockIfAvailable({ made(index, source, &$0) }) { return rows }
      // Another thread is at it. Whoever goes through the runs needs the next ones too, and so does that thread.
      guard makeOne(behind: index, source) else {
        return runs[index].rows.withLock { made(index, source, &$0) }
      }
    }
  }

  /// Makes the first run behind one that nobody has made or is making; false when there is none.
  private func makeOne(behind index: Int, _ source: DataSource) -> Bool {
    for index in index + 1..<runs.count {
      let isNew = runs[index].rows.withLockIfAvailable { rows in
        guard rows == nil else { return false }
        _ = made(index, source, &rows)
        return true
      }
      if isNew == true { return true }
    }
    return false
  }

  private func made(_ index: Int, _ source: DataSource, _ rows: inout PackedRows?) -> PackedRows {
    if let rows { return rows }
    let start = index * Self.runLength
    let new = PackedRows(about: start..<min(start + Self.runLength, count), tables, source)
    rows = new
    return new
  }
}
