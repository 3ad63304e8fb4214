import Mustache

/// An incident in a list.
struct IncidentItemView: View {
  let context: PageContext
  let index: Int

  var incident: Incident { context.archive.incidents[index] }

  private func date(ofNotice index: Int?) -> DateView? {
    index.map { DateView(date: context.archive.notices[$0].notice.published) }
  }

  /// Of more publishers these are named in a list.
  private static let publisherLimit = 3

  /// The places of publishers, which are the first of the parties.
  private var publishers: FoldedRange {
    FoldedRange(0..<incident.publisherCount, limit: Self.publisherLimit)
  }

  static let fields = Fields<Self>(
    "incident item",
    .written("number", "The case number, such as 2024-217") { $1.append($0.incident.number) },
    .text("title", "The incident's title") { $0.incident.title },
    .text("url", "The incident's page") { $0.context.addresses.incidents[$0.index] },
    .object("status", TermView.self, "Where the case stands") { TermView($0.incident.status) },
    .flag("merged", "True when the case was merged into another") { $0.incident.status == .merged },
    .flag("withdrawn", "True when the case was withdrawn") { $0.incident.status == .withdrawn },
    .written("notice_count", "How many notices it has") {
      DecimalText.append($0.incident.notices.count, to: &$1)
    },
    .flag("has_several_notices", "True for two notices and more") { $0.incident.notices.count > 1 },
    .object("first_published", DateView.self, "When its first notice was published; absent without notices") {
      $0.date(ofNotice: $0.incident.notices.first)
    },
    .object("last_published", DateView.self, "When its latest notice was published; absent without notices") {
      $0.date(ofNotice: $0.incident.notices.last)
    },
    .list("publishers", LinkView.self, "The publishers of its notices, each once, the first ones") { view in
      let parties = view.incident.parties
      return view.publishers.shown.map { view.context.link(toOrganization: parties[$0].organization) }
    },
    .text("more_publishers", "How many more there are; absent when there is none") {
      $0.publishers.folded.isEmpty ? nil : DecimalText.of($0.publishers.folded.count)
    }
  )
}
