import Mustache

/// An incident: its parties, one timeline of all its notices, what they stated, and the notices themselves.
struct IncidentView: PageView {
  /// Of more publishers the spans of these are shown at once.
  private static let spanLimit = 10
  /// Of more figures these are shown at once.
  private static let figureLimit = 30
  /// With more notices than this, their list does without summaries.
  private static let summaryLimit = 10

  let frame: Frame
  private let index: Int

  private var context: PageContext { frame.context }
  private var archive: Archive { context.archive }
  private var incident: Incident { archive.incidents[index] }

  init(_ context: PageContext, index: Int) {
    let incident = context.archive.incidents[index]
    let year = incident.number.year
    self.index = index
    frame = Frame(
      context: context, url: incident.url, href: context.addresses.incidents[index],
      title: "\(incident.number.marked) \(incident.title)",
      description: incident.notices.first.flatMap(context.summary(ofNotice:)),
      trail: [
        LinkView(title: "事件", url: context.addresses.incidentIndex),
        LinkView(title: "\(year)年", url: context.addresses.year(year) ?? context.href(.year(year))),
      ], feed: .incident(index), subject: .incident(index))
  }

  private func published(_ notice: Int) -> CivilDate { archive.notices[notice].notice.published }

  private var firstPublished: CivilDate? { incident.notices.first.map(published) }

  private var lastPublished: CivilDate? {
    let last = incident.notices.last.map(published)
    return last == firstPublished ? nil : last
  }

  /// What its notices state of something, in their order.
  private func stated<Value>(_ value: (Notice) -> Value?) -> [Value] {
    incident.notices.compactMap { value(archive.notices[$0].notice) }
  }

  private var timeline: Timeline {
    Timeline(incident.timeline, namesSources: incident.notices.count > 1, context)
  }

  private var figureFolds: FoldedRange { FoldedRange(0..<incident.figureCount, limit: Self.figureLimit) }

  private func figures(_ places: Range<Int>) -> [FigureView] {
    guard !places.isEmpty else { return [] }
    return incident.figures[places].map { FigureView(context: context, figure: $0) }
  }

  /// A part of the spans: those that are shown at once, or the others.
  private func spans(_ part: (FoldedRange) -> Range<Int>) -> [SpanView] {
    let notices = archive.firstNotices(ofIncident: index)
    let places = part(FoldedRange(notices.indices, limit: Self.spanLimit))
    guard !places.isEmpty else { return [] }
    // All of them are on one scale.
    let spans = SpanView.spans(ofNotices: notices, context)
    return places.count == notices.count
      ? spans : Array(spans.dropFirst(places.lowerBound).prefix(places.count))
  }

  private func item(_ index: Int) -> IncidentItemView { IncidentItemView(context: context, index: index) }

  /// The text of the only notice.
  private var soleBody: [UInt8]? {
    guard incident.notices.count == 1 else { return nil }
    return context.html(ofSoleNotice: incident.notices[0])
  }

  static let fields = Fields<Self>(
    "incident",
    frameFields + [
      .written("number", "The case number, such as 2024-217") { $1.append($0.incident.number) },
      .text("title", "The incident's title") { $0.incident.title },
      .object("status", TermView.self, "Where the case stands") { TermView($0.incident.status) },
      .flag("merged", "True when the case was merged into another") { $0.incident.status == .merged },
      .flag("withdrawn", "True when the case was withdrawn") { $0.incident.status == .withdrawn },
      .object("merged_into", IncidentItemView.self, "The case that goes on; absent unless merged") { view in
        view.incident.mergedInto.map(view.item)
      },
      .list("merged_from", IncidentItemView.self, "The cases that were merged into this one") { view in
        view.incident.mergedFrom.map(view.item)
      },
      .object("withdrawal_date", DateView.self, "When the case was withdrawn; absent unless withdrawn") {
        ($0.incident.file?.withdrawn?.date).map(DateView.init)
      },
      .text("withdrawal_reason", "Why the case was withdrawn; absent unless withdrawn") {
        $0.incident.file?.withdrawn?.reason
      },
      .html("introduction", "The editor's introduction; absent when there is none") {
        $0.context.html($0.incident.file?.body)
      },
      .list("tags", LinkView.self, "Its tags") { view in view.incident.tags.map(view.context.link(toTag:)) },
      .list("party_groups", PartyGroupView.self, "Its publishers and parties, by role") {
        PartyGroupView.groups(of: $0.incident.parties, $0.context)
      },
      .object("first_published", DateView.self, "When its first notice was published; absent without notices")
      {
        $0.firstPublished.map(DateView.init)
      },
      .object("last_published", DateView.self, "When its latest notice was published; absent unless later") {
        $0.lastPublished.map(DateView.init)
      },
      .text("publisher_count", "How many organizations published on it") {
        DecimalText.of($0.incident.publisherCount)
      },
      .list("causes", TermView.self, "The causes that its notices state") { view in
        TermView.stated(view.stated(\.cause), noticeCount: view.incident.notices.count)
      },
      .list("disclosures", TermView.self, "Whether data got out, as its notices state") { view in
        TermView.stated(view.stated(\.disclosure), noticeCount: view.incident.notices.count)
      },
      .list("spans", SpanView.self, "Which publisher knew when; empty when no notice says") {
        $0.spans(\.shown)
      },
      .list("more_spans", SpanView.self, "The rest of them, when there are many publishers") {
        $0.spans(\.folded)
      },
      .text("more_span_count", "How many these are") { DecimalText.of($0.spans(\.folded).count) },
      .list("timeline", TimelineDayView.self, "One timeline of all its notices, by day") { $0.timeline.days },
      .list("figures", FigureView.self, "What its notices stated to be affected, the first ones") {
        $0.figures($0.figureFolds.shown)
      },
      .list("more_figures", FigureView.self, "The rest, when they are many") {
        $0.figures($0.figureFolds.folded)
      },
      .text("more_figure_count", "How many these are") { DecimalText.of($0.figureFolds.folded.count) },
      .list("notices", NoticeItemView.self, "Its notices, in the order of publication") { view in
        view.incident.notices.map { NoticeItemView(context: view.context, index: $0) }
      },
      .written("notice_count", "How many notices it has") {
        DecimalText.append($0.incident.notices.count, to: &$1)
      },
      .flag("is_long", "True for many notices, whose list is better without summaries") {
        $0.incident.notices.count > summaryLimit
      },
      .html("sole_body", "The text of its notice, when it has only one") { $0.soleBody },
      .list("corrections", CorrectionView.self, "What this archive changed on the case and its notices") {
        view in
        CorrectionView.corrections(of: view.incident, view.context)
      },
      .list("related", IncidentItemView.self, "Related incidents, in number order") { view in
        view.incident.related.map(view.item)
      },
      .object("citation", CitationView.self, "How to cite the page") { view in
        CitationView(
          frame: view.frame, title: view.incident.title, number: view.incident.number,
          date: view.firstPublished)
      },
      .flag("has_neighbours", "True when the archive has other cases") { $0.archive.incidents.count > 1 },
      .object("previous", IncidentItemView.self, "The case with the number before; absent on the first") {
        view in
        view.index > 0 ? view.item(view.index - 1) : nil
      },
      .object("next", IncidentItemView.self, "The case with the number after; absent on the last") { view in
        view.index + 1 < view.archive.incidents.count ? view.item(view.index + 1) : nil
      },
    ])
}
