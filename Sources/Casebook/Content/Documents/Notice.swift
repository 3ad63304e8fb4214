/// A notice (公表文): one release by one publisher on one date, from one Markdown file.
///
/// Immutable, and a class only because it is passed around for every name on every page: a copy of a value with as
/// many parts counts a reference for each (measured: 4 % of a build).
package final class Notice: Sendable {
  package let body: Body
  /// The incidents that it is about, at least one; the first is its home.
  package let cases: [Located<CaseNumber>]
  package let title: String
  package let published: CivilDate
  /// The publisher as written: an id, a name or an alias.
  package let publisher: Located<String>
  package let summary: String?
  package let tags: [Located<String>]
  package let parties: [Party]
  package let release: Release?
  package let disclosure: Disclosure?
  package let cause: Cause?
  package let affected: [AffectedData]
  package let secondaryDamage: SecondaryDamage?
  package let timeline: [TimelineEvent]
  package let source: NoticeSource?
  package let corrections: [Correction]
  package let isDraft: Bool
  package let slug: Located<String>?
  package let aliases: [Located<String>]

  /// Reads a notice; nil when what it needs is missing, which has been reported.
  init?(_ reader: RecordReader, body: Body, _ context: inout ReadingContext) {
    let cases = reader.read(NoticeKeys.cases, &context)
    let title = reader.read(SharedKeys.title, &context)
    let published = reader.read(SharedKeys.published, &context)
    let publisher = reader.read(NoticeKeys.publisher, &context)
    self.body = body
    summary = reader.read(SharedKeys.summary, &context)
    tags = reader.read(SharedKeys.tags, &context) ?? []
    parties = reader.read(NoticeKeys.parties, &context) ?? []
    release = reader.read(NoticeKeys.release, &context)
    disclosure = reader.read(NoticeKeys.disclosure, &context)
    cause = reader.read(NoticeKeys.cause, &context)
    affected = reader.read(NoticeKeys.affected, &context) ?? []
    secondaryDamage = reader.read(NoticeKeys.secondaryDamage, &context)
    timeline = reader.read(NoticeKeys.timeline, &context) ?? []
    source = reader.read(NoticeKeys.source, &context)
    corrections = reader.read(CorrectionKeys.corrections, &context) ?? []
    isDraft = reader.read(SharedKeys.draft, &context) ?? false
    slug = reader.read(SharedKeys.slug, &context)
    aliases = reader.read(SharedKeys.aliases, &context) ?? []
    guard let cases, !cases.isEmpty, let title, let published, let publisher else { return nil }
    self.cases = cases
    self.title = title
    self.published = published
    self.publisher = publisher
  }
}

/// The keys of a notice's front matter.
enum NoticeKeys {
  static let cases = Key(
    "case", ValueType<[Located<CaseNumber>]>.listOrSingle(ValueType<CaseNumber>.caseNumber.located),
    required: true,
    "the case number, quoted; a list when the notice is about several incidents")
  static let publisher = Key(
    "publisher", ValueType<String>.text(maximumLength: 200).located, required: true,
    "the organization that published it: an id, name or alias")
  static let parties = Key(
    "parties", ValueType<[Party]>.list(.record(PartyKeys.all, PartyKeys.read)),
    "the organizations that it names")
  static let release = Key(
    "release", ValueType<Release>.record(ReleaseKeys.all, ReleaseKeys.read),
    "where it stands among the publisher's releases")
  static let disclosure = Key(
    "disclosure", ValueType<Disclosure>.term, "whether data got out, as the notice states")
  static let cause = Key("cause", ValueType<Cause>.term, "the cause, as the notice states")
  static let affected = Key(
    "affected", ValueType<[AffectedData]>.list(.record(AffectedDataKeys.all) { AffectedData($0, &$1) }),
    "what the notice states to be affected")
  static let secondaryDamage = Key(
    "secondary_damage", ValueType<SecondaryDamage>.term,
    "whether misuse of the data is known, as the notice states")
  static let timeline = Key(
    "timeline", ValueType<[TimelineEvent]>.list(.record(TimelineEventKeys.all, TimelineEventKeys.read)),
    "what the notice says happened when")
  static let source = Key(
    "source", ValueType<NoticeSource>.record(NoticeSourceKeys.all, NoticeSourceKeys.read),
    "the original release")

  static let all = [
    cases.shape, SharedKeys.title.shape, SharedKeys.published.shape, publisher.shape,
    SharedKeys.summary.shape,
    SharedKeys.tags.shape, parties.shape, release.shape, disclosure.shape, cause.shape, affected.shape,
    secondaryDamage.shape, timeline.shape, source.shape, CorrectionKeys.corrections.shape,
    SharedKeys.draft.shape, SharedKeys.slug.shape, SharedKeys.aliases.shape,
  ]
}
