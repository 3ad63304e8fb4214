/// What one notice states to be affected: a statement, never a fact about the incident.
///
/// A class for the same reason as `Notice`.
package final class AffectedData: Sendable {
  /// What it is about: 宛名情報, 顧客.
  package let subject: String
  /// Whose data it is, where that is not the publisher.
  package let organization: Located<String>?
  /// Nil where the notice gives no figure.
  package let count: Int?
  /// What `count` counts; given whenever a count is.
  package let unit: AffectedUnit?
  package let qualifier: CountQualifier
  package let data: [DataKind]
  /// The day on which the figure held.
  package let asOf: CivilDate?
  /// True for a figure that a later notice revised.
  package let isSuperseded: Bool

  /// Reads one of `affected`; nil when its subject is missing, which has been reported.
  init?(_ reader: RecordReader, _ context: inout ReadingContext) {
    let subject = reader.read(AffectedDataKeys.subject, &context)
    count = reader.read(AffectedDataKeys.count, &context)
    unit = reader.read(AffectedDataKeys.unit, &context)
    organization = reader.read(AffectedDataKeys.organization, &context)
    qualifier = reader.read(AffectedDataKeys.qualifier, &context) ?? .exact
    data = reader.read(AffectedDataKeys.data, &context) ?? []
    asOf = reader.read(AffectedDataKeys.asOf, &context)
    isSuperseded = reader.read(AffectedDataKeys.superseded, &context) ?? false
    AffectedDataKeys.requireCountAndUnit(reader, &context)
    guard let subject else { return nil }
    self.subject = subject
  }
}

/// The keys of one of `affected`.
enum AffectedDataKeys {
  static let subject = Key(
    "subject", ValueType<String>.text(maximumLength: 300), required: true,
    "what is affected, in the notice's words")
  static let organization = Key(
    "organization", ValueType<String>.text(maximumLength: 200).located,
    "whose data it is, when it is not the publisher's")
  static let count = Key(
    "count", ValueType<Int>.integer(0...100_000_000_000), "the figure that the notice states")
  static let unit = Key(
    "unit", ValueType<AffectedUnit>.term, "what is counted; given with 'count' and not without")
  static let qualifier = Key(
    "qualifier", ValueType<CountQualifier>.term, "how exact the figure is; 'exact' if not given")
  static let data = Key("data", ValueType<[DataKind]>.distinctList(.dataKind), "the kinds of data")
  static let asOf = Key("as_of", ValueType<CivilDate>.date, "the day on which the figure held")
  static let superseded = Key(
    "superseded", ValueType<Bool>.boolean, "true for a figure that was revised later")
  static let all = [
    subject.shape, organization.shape, count.shape, unit.shape, qualifier.shape, data.shape, asOf.shape,
    superseded.shape,
  ]

  /// A count says nothing without its unit; a unit or a qualifier without a count would be lost in silence.
  fileprivate static func requireCountAndUnit(_ reader: RecordReader, _ context: inout ReadingContext) {
    guard reader.has(count, context) else {
      refuseAlone(unit, reader, &context)
      return refuseAlone(qualifier, reader, &context)
    }
    guard !reader.has(unit, context) else { return }
    context.error(
      .missingKey, "'count' has no 'unit'", at: reader.mark(of: count, context),
      hint: "add unit: " + AffectedUnit.allCases.map(\.rawValue).joined(separator: ", "))
  }

  private static func refuseAlone<Value>(
    _ key: Key<Value>, _ reader: RecordReader, _ context: inout ReadingContext
  ) {
    guard reader.has(key, context) else { return }
    context.error(
      .missingKey, "'\(key.name)' has no 'count'", at: reader.mark(of: key, context),
      hint: "add the figure that the notice states, or remove '\(key.name)'")
  }
}
