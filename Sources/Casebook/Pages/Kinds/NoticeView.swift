import Mustache

/// A notice: its text, and what it states as data.
struct NoticeView: PageView {
  let frame: Frame
  private let index: Int

  private var context: PageContext { frame.context }
  private var archive: Archive { context.archive }
  private var archived: ArchivedNotice { archive.notices[index] }
  private var notice: Notice { archived.notice }

  init(_ context: PageContext, index: Int) {
    let archived = context.archive.notices[index]
    let home = archived.incidents[0]
    let number = context.archive.incidents[home].number
    self.index = index
    frame = Frame(
      context: context, url: archived.url, href: context.addresses.notices[index],
      title: archived.notice.title,
      description: context.summary(ofNotice: index),
      trail: [
        LinkView(title: "事件", url: context.addresses.incidentIndex),
        LinkView(title: number.marked, url: context.addresses.incidents[home]),
      ], subject: .notice(index))
  }

  private var incidents: [IncidentItemView] {
    archived.incidents.map { IncidentItemView(context: context, index: $0) }
  }

  /// The notice that is so many places after this one in its home incident.
  private func neighbour(_ offset: Int) -> NoticeItemView? {
    let notices = archive.incidents[archived.incidents[0]].notices
    guard let place = notices.firstIndex(of: index), notices.indices.contains(place + offset) else {
      return nil
    }
    return NoticeItemView(context: context, index: notices[place + offset])
  }

  private var timeline: Timeline {
    let entries = TimelineEntry.gathered(from: CollectionOfOne((index: index, notice: notice)))
    return Timeline(entries, namesSources: false, context)
  }

  private var figures: [FigureView] {
    let count = archived.affectedOrganizations.count
    return StatedFigure.gathered(from: CollectionOfOne((index, archived)), count: count)
      .map { FigureView(context: context, figure: $0) }
  }

  private var citation: CitationView {
    CitationView(
      frame: frame, publisher: archive.organizations[archived.publisher].name, title: notice.title,
      number: archive.incidents[archived.incidents[0]].number, date: notice.published)
  }

  static let fields = Fields<Self>(
    "notice",
    frameFields + [
      .text("title", "The notice's title") { $0.notice.title },
      .object("published", DateView.self, "When it was published") { DateView(date: $0.notice.published) },
      .object("publisher", LinkView.self, "Who published it") {
        $0.context.link(toOrganization: $0.archived.publisher)
      },
      .list("incidents", IncidentItemView.self, "The incidents that it is about; the first is its home") {
        $0.incidents
      },
      .text("release_type", "What kind of release it is, in Japanese; absent when not stated") {
        $0.notice.release?.type?.label
      },
      .text("release_sequence", "Its number among the publisher's releases; absent when not stated") {
        $0.notice.release?.sequence.map { String($0) }
      },
      .object("disclosure", TermView.self, "Whether data got out; absent when not stated") {
        $0.notice.disclosure.map { TermView($0) }
      },
      .text("cause", "The cause, in Japanese; absent when not stated") { $0.notice.cause?.label },
      .text("secondary_damage", "Whether misuse of the data is known, in Japanese; absent when not stated") {
        $0.notice.secondaryDamage?.label
      },
      .html("body", "The notice's text; absent when there is none") { $0.context.html(.notice($0.index)) },
      .list("tags", LinkView.self, "Its tags") { view in view.archived.tags.map(view.context.link(toTag:)) },
      .list("party_groups", PartyGroupView.self, "The parties that it names, by role") {
        PartyGroupView.groups(of: IncidentParty.named(in: $0.archived), $0.context)
      },
      .list("timeline", TimelineDayView.self, "What it says happened when, by day") { $0.timeline.days },
      .list("spans", SpanView.self, "When the publisher knew; empty when it does not say") {
        SpanView.spans(ofNotices: [$0.index], $0.context)
      },
      .list("figures", FigureView.self, "What it states to be affected") { $0.figures },
      .text("source_url", "The address of the original release; absent when not known") {
        $0.notice.source?.url
      },
      .list("mirrors", LinkView.self, "The addresses of archived copies") { view in
        (view.notice.source?.mirrors ?? []).map { LinkView(title: $0, url: $0) }
      },
      .list("corrections", CorrectionView.self, "What this archive changed after publishing") { view in
        view.notice.corrections.map { CorrectionView(correction: $0) }
      },
      .object("citation", CitationView.self, "How to cite the page") { $0.citation },
      .flag("has_neighbours", "True when the case has other notices") { view in
        view.archive.incidents[view.archived.incidents[0]].notices.count > 1
      },
      .object("previous", NoticeItemView.self, "The notice of the case before it; absent on the first") {
        $0.neighbour(-1)
      },
      .object("next", NoticeItemView.self, "The notice of the case after it; absent on the last") {
        $0.neighbour(1)
      },
    ])
}
