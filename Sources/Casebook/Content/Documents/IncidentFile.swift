/// An incident's own file: `index.md` in a folder under `incidents/`, with the editor's words on the case.
package final class IncidentFile: Sendable {
  package let body: Body
  package let number: Located<CaseNumber>
  package let title: String?
  package let status: IncidentStatus?
  package let mergedInto: Located<CaseNumber>?
  package let withdrawn: Withdrawal?
  package let tags: [Located<String>]
  package let related: [Located<CaseNumber>]
  /// What the case's VERIS record says instead of what its notices give: a JSON Merge Patch (RFC 7396).
  package let veris: JSONObject?
  package let corrections: [Correction]
  package let aliases: [Located<String>]

  /// Reads an incident's own file; nil when its case number is missing, which has been reported.
  init?(_ reader: RecordReader, body: Body, _ context: inout ReadingContext) {
    let number = reader.read(IncidentKeys.number, &context)
    self.body = body
    title = reader.read(IncidentKeys.title, &context)
    status = reader.read(IncidentKeys.status, &context)
    mergedInto = reader.read(IncidentKeys.mergedInto, &context)
    withdrawn = reader.read(IncidentKeys.withdrawn, &context)
    tags = reader.read(SharedKeys.tags, &context) ?? []
    related = reader.read(IncidentKeys.related, &context) ?? []
    veris = reader.read(IncidentKeys.veris, &context)
    corrections = reader.read(CorrectionKeys.corrections, &context) ?? []
    aliases = reader.read(SharedKeys.aliases, &context) ?? []
    Self.checkStatus(status, reader, &context)
    guard let number else { return nil }
    self.number = number
  }

  /// A merged case says where it went, a withdrawn one when and why, and no other case says either.
  private static func checkStatus(
    _ status: IncidentStatus?, _ reader: RecordReader, _ context: inout ReadingContext
  ) {
    check(IncidentKeys.mergedInto, goesWith: .merged, status, reader, &context)
    check(IncidentKeys.withdrawn, goesWith: .withdrawn, status, reader, &context)
  }

  private static func check<Value>(
    _ key: Key<Value>, goesWith term: IncidentStatus, _ status: IncidentStatus?, _ reader: RecordReader,
    _ context: inout ReadingContext
  ) {
    let isNamed = reader.has(key, context)
    guard isNamed != (status == term) else { return }
    let mark =
      isNamed ? reader.mark(of: key, context) : reader.mark(of: IncidentKeys.status, context)
    let message =
      isNamed ? "'\(key.name)' without 'status: \(term)'" : "'status: \(term)' without '\(key.name)'"
    context.error(.statusMismatch, message, at: mark, hint: "the two keys go together: give both or neither")
  }
}

/// When and why a case was withdrawn from this archive.
package struct Withdrawal: Sendable, Hashable {
  package let date: CivilDate
  package let reason: String
}

/// The keys of `withdrawn`.
enum WithdrawalKeys {
  static let date = Key("date", ValueType<CivilDate>.date, required: true, "the day of the withdrawal")
  static let reason = Key("reason", ValueType<String>.text(), required: true, "why the case was withdrawn")
  static let all = [date.shape, reason.shape]

  static func read(_ reader: RecordReader, _ context: inout ReadingContext) -> Withdrawal? {
    guard let date = reader.read(date, &context), let reason = reader.read(reason, &context) else {
      return nil
    }
    return Withdrawal(date: date, reason: reason)
  }
}

/// The keys of an incident's own file.
enum IncidentKeys {
  static let number = Key(
    "case", ValueType<CaseNumber>.caseNumber.located, required: true, "the case number, quoted")
  static let title = Key(
    "title", ValueType<String>.text(maximumLength: 300), "the title; the first notice's if not given")
  static let status = Key(
    "status", ValueType<IncidentStatus>.term, "where the case stands; 'open' if not given")
  static let mergedInto = Key(
    "merged_into", ValueType<CaseNumber>.caseNumber.located,
    "the case that goes on; required with status: merged")
  static let withdrawn = Key(
    "withdrawn", ValueType<Withdrawal>.record(WithdrawalKeys.all, WithdrawalKeys.read),
    "when and why; required with status: withdrawn")
  static let related = Key(
    "related", ValueType<[Located<CaseNumber>]>.list(ValueType<CaseNumber>.caseNumber.located),
    "case numbers of related incidents")
  static let veris = Key(
    "veris", ValueType<JSONObject>.verisBlock,
    "parts of the case's VERIS record, instead of what its notices give; null takes a part out")
  static let all = [
    number.shape, title.shape, status.shape, mergedInto.shape, withdrawn.shape, SharedKeys.tags.shape,
    related.shape, veris.shape, CorrectionKeys.corrections.shape, SharedKeys.aliases.shape,
  ]
}
