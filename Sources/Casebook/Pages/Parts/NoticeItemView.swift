import Mustache

/// A notice in a list.
struct NoticeItemView: View {
  let context: PageContext
  let index: Int

  var archived: ArchivedNotice { context.archive.notices[index] }
  var notice: Notice { archived.notice }

  static let fields = Fields<Self>(
    "notice item", number: \.index,
    .text("title", "The notice's title") { $0.notice.title },
    .text("url", "The notice's page") { $0.context.addresses.notices[$0.index] },
    .object("published", DateView.self, "When it was published") { DateView(date: $0.notice.published) },
    .object("publisher", LinkView.self, "Who published it") {
      $0.context.link(toOrganization: $0.archived.publisher)
    },
    .written("number", "The case number of its home incident") {
      $1.append($0.context.archive.incidents[$0.archived.incidents[0]].number)
    },
    .text("incident_url", "The page of its home incident") {
      $0.context.addresses.incidents[$0.archived.incidents[0]]
    },
    .text("release_type", "What kind of release it is, in Japanese; absent when not stated") {
      $0.notice.release?.type?.label
    },
    .text("release_sequence", "Its number among the publisher's releases; absent when not stated") {
      $0.notice.release?.sequence.map { String($0) }
    },
    .text("cause", "The cause, in Japanese; absent when not stated") { $0.notice.cause?.label },
    .object("disclosure", TermView.self, "Whether data got out; absent when not stated") {
      $0.notice.disclosure.map { TermView($0) }
    },
    .text("summary", "Its summary, or its first paragraph as plain text") {
      $0.context.summary(ofNotice: $0.index)
    },
    .list("tags", LinkView.self, "Its tags") { view in view.archived.tags.map { view.context.link(toTag: $0) }
    }
  )
}
