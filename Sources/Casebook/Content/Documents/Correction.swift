/// What this archive changed in a document after publishing it.
package struct Correction: Sendable, Hashable {
  package let date: CivilDate
  package let change: String
}

/// The keys of one of `corrections`.
enum CorrectionKeys {
  static let date = Key("date", ValueType<CivilDate>.date, required: true, "the day of the correction")
  static let change = Key("change", ValueType<String>.text(), required: true, "what was changed, and why")
  static let all = [date.shape, change.shape]

  /// The key that notices and incidents have.
  static let corrections = Key(
    "corrections", ValueType<[Correction]>.list(.record(all, read)),
    "what this archive changed after publishing, newest last")

  private static func read(_ reader: RecordReader, _ context: inout ReadingContext) -> Correction? {
    guard let date = reader.read(date, &context), let change = reader.read(change, &context) else {
      return nil
    }
    return Correction(date: date, change: change)
  }
}
