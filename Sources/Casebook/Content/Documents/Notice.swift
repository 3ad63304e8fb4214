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
  package let tags: [Located<String>]
  package let parties: [Party]
  /// Whose data each of `affected` is, where that is not the publisher.
  let affectedOrganizations: [Located<String>?]
  let hasSummary: Bool
  package let corrections: [Correction]
  package let isDraft: Bool
  package let slug: Located<String>?
  package let aliases: [Located<String>]
  private let details: Details

  private enum Details: Sendable {
    case read(NoticeDetails)
    case kept(KeptNoticeDetails)
  }

  /// Reads a notice; nil when what it needs is missing, which has been reported.
  ///
  /// - Parameter kept: its details where they can be had later without a finding; nil reads them now.
  init?(
    _ reader: RecordReader, body: Body, _ context: inout ReadingContext, kept: KeptNoticeDetails? = nil
  ) {
    let cases = reader.read(NoticeKeys.cases, &context)
    let title = reader.read(SharedKeys.title, &context)
    let published = reader.read(SharedKeys.published, &context)
    let publisher = reader.read(NoticeKeys.publisher, &context)
    self.body = body
    tags = reader.read(SharedKeys.tags, &context) ?? []
    parties = reader.read(NoticeKeys.parties, &context) ?? []
    corrections = reader.read(CorrectionKeys.corrections, &context) ?? []
    isDraft = reader.read(SharedKeys.draft, &context) ?? false
    slug = reader.read(SharedKeys.slug, &context)
    aliases = reader.read(SharedKeys.aliases, &context) ?? []
    if let kept {
      details = .kept(kept)
      hasSummary = reader.has(SharedKeys.summary, context)
      affectedOrganizations = reader.values(
        of: AffectedDataKeys.organization, inEach: NoticeKeys.affected, &context)
    } else {
      let read = NoticeDetails(reader, &context)
      details = .read(read)
      hasSummary = read.summary != nil
      affectedOrganizations = read.affected.map(\.organization)
    }
    guard let cases, !cases.isEmpty, let title, let published, let publisher else { return nil }
    self.cases = cases
    self.title = title
    self.published = published
    self.publisher = publisher
  }

  private var known: NoticeDetails {
    switch details {
    case .read(let details): details
    case .kept(let details): details.value(of: body.source)
    }
  }

  package var summary: String? { known.summary }
  package var release: Release? { known.release }
  package var disclosure: Disclosure? { known.disclosure }
  package var cause: Cause? { known.cause }
  package var affected: [AffectedData] { known.affected }
  package var secondaryDamage: SecondaryDamage? { known.secondaryDamage }
  package var timeline: [TimelineEvent] { known.timeline }
  package var source: NoticeSource? { known.source }
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
