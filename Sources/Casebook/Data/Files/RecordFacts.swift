import Synchronization

/// The members of a record but its texts: of the row of its main table, then of the tables that belong to it.
struct RecordFacts: Sendable {
  let bytes: [UInt8]
  /// Where the texts stand, which are the last columns of a main table.
  let textPlace: Int
}

/// The facts of the notices, each made once.
///
/// A notice's record stands beside its page, in `notices.ndjson` and in `archive.json`, and without its text in two
/// files about its incident. Who needs it first makes it. Texts are the most of a record and written quickly: they
/// are not kept.
final class NoticeFacts: Sendable {
  private let facts: Mutex<[RecordFacts?]>

  init(count: Int) {
    facts = Mutex(Array(repeating: nil, count: count))
  }

  /// The facts of a notice, made if there are none yet. Two workers may make them at the same time; they are the same then.
  func facts(of notice: Int, make: () -> RecordFacts) -> RecordFacts {
    if let known = facts.withLock({ $0[notice] }) { return known }
    let made = make()
    facts.withLock { $0[notice] = made }
    return made
  }
}
