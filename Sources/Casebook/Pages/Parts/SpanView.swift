import Mustache

/// What one publisher knew when: from what happened, through its discovery, to its publication.
struct SpanView: View {
  let context: PageContext
  let notice: Int
  let span: NoticeSpan
  /// The days that all bars of the page share.
  let days: ClosedRange<Int>

  /// The spans of notices, on one scale; empty when no notice states more than its publication.
  static func spans(ofNotices notices: [Int], _ context: PageContext) -> [SpanView] {
    let spans = notices.map { NoticeSpan(context.archive.notices[$0].notice) }
    guard spans.contains(where: { !$0.isEmpty }), let first = spans.lazy.map(\.start).min(),
      let last = spans.lazy.map(\.announced).max()
    else { return [] }
    let days = first.dayNumber...last.dayNumber
    return zip(notices, spans).map { SpanView(context: context, notice: $0, span: $1, days: days) }
  }

  private func text(_ days: Int?, approximate: Bool) -> String? {
    days.map { $0 == 0 ? "同じ日" : "\(approximate ? "約" : "")\(DecimalText.of($0))日後" }
  }

  private var isOccurrenceApproximate: Bool { span.occurrence?.isApproximate ?? false }
  private var isDiscoveryApproximate: Bool { span.discovery?.isApproximate ?? false }

  static let fields = Fields<Self>(
    "span",
    .object("notice", NoticeItemView.self, "The publisher's first notice on the case") {
      NoticeItemView(context: $0.context, index: $0.notice)
    },
    .object("occurrence", DateView.self, "When it occurred or data lay open; absent when not stated") {
      ($0.span.occurrence?.date).map(DateView.init)
    },
    .flag("occurrence_approximate", "True when that day is given as about") { $0.isOccurrenceApproximate },
    .object("discovery", DateView.self, "When the publisher knew; absent when not stated") {
      ($0.span.discovery?.date).map(DateView.init)
    },
    .flag("discovery_approximate", "True when that day is given as about") { $0.isDiscoveryApproximate },
    .text("discovery_event", "How it knew, in Japanese; absent when not stated") {
      $0.span.discovery?.event.label
    },
    .object("announced", DateView.self, "When it published") { DateView(date: $0.span.announced) },
    .text("days_to_discovery", "From the occurrence to the knowledge, such as 11日後; absent when unknown") {
      $0.text(
        $0.span.daysToDiscovery, approximate: $0.isOccurrenceApproximate || $0.isDiscoveryApproximate)
    },
    .text("days_to_announcement", "From the knowledge to the publication; absent when unknown") {
      $0.text($0.span.daysFromDiscovery, approximate: $0.isDiscoveryApproximate)
    },
    .text("days_in_all", "From the occurrence to the publication; absent when unknown") { view in
      view.span.daysFromOccurrence.map {
        "\(view.isOccurrenceApproximate ? "約" : "")\(DecimalText.of($0))日"
      }
    },
    .html("bar", "A bar of these spans, on the scale of the page") { SpanBar.svg($0.span, in: $0.days) }
  )
}
