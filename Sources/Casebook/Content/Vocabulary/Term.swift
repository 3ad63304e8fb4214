/// A closed list of words that a front matter key takes, each with its Japanese label.
///
/// The words are stable: they stand in front matter, in URLs of queries and in the data export.
package protocol Term: RawRepresentable<String>, CaseIterable, Sendable, Hashable {
  /// What the words say, for messages: `cause`, `unit`.
  static var vocabulary: String { get }
  /// What a page shows.
  var label: String { get }
}

extension Term {
  /// By the number of its case: its word would be hashed letter by letter.
  package func hash(into hasher: inout Hasher) {
    withUnsafeBytes(of: self) { hasher.combine(bytes: $0) }
  }
}
