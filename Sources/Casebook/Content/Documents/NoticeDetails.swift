/// What a notice says that only pages and data show: nothing is connected by it, and no date hangs on it.
final class NoticeDetails: Sendable {
  let summary: String?
  let release: Release?
  let disclosure: Disclosure?
  let cause: Cause?
  let affected: [AffectedData]
  let secondaryDamage: SecondaryDamage?
  let timeline: [TimelineEvent]
  let source: NoticeSource?

  init(_ reader: RecordReader, _ context: inout ReadingContext) {
    summary = reader.read(SharedKeys.summary, &context)
    release = reader.read(NoticeKeys.release, &context)
    disclosure = reader.read(NoticeKeys.disclosure, &context)
    cause = reader.read(NoticeKeys.cause, &context)
    affected = reader.read(NoticeKeys.affected, &context) ?? []
    secondaryDamage = reader.read(NoticeKeys.secondaryDamage, &context)
    timeline = reader.read(NoticeKeys.timeline, &context) ?? []
    source = reader.read(NoticeKeys.source, &context)
  }
}
