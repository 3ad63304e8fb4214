/// A part of a notice's record, by the notice's index.
///
/// The record stands beside the notice's page, in `notices.ndjson` and in `archive.json`, and without its texts in two
/// files about its incident: its parts are made once. Texts are the most of it and are escaped as fast as copied, so they
/// are no part that is worth the memory.
enum NoticePiece: Sendable, Hashable {
  /// The row of the main table without its texts, which are its last columns.
  case facts(Int)
  /// The rows of the tables that belong to it.
  case parts(Int)
}
