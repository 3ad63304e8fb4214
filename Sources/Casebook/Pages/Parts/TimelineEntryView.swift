import Mustache

/// One entry of a timeline, with who states it.
struct TimelineEntryView: View {
  let context: PageContext
  let entry: TimelineEntry

  private var event: TimelineEvent { entry.event }

  static let fields = Fields<Self>(
    "timeline entry",
    .object("date", DateView.self, "The day, or the first day of a span") { DateView(date: $0.event.date) },
    .object("end", DateView.self, "The last day of a span; absent for a single day") {
      $0.event.end.map(DateView.init)
    },
    .flag("approximate", "True when the notice gives the day as about") { $0.event.isApproximate },
    .text("event", "What happened, in Japanese") { $0.event.event.label },
    .text("note", "What the notice says about it; absent when nothing") { $0.event.note },
    .flag("publication", "True for the publication of a notice itself") { $0.entry.isPublication },
    .list("sources", NoticeItemView.self, "The notices that state it") { view in
      view.entry.notices.map { NoticeItemView(context: view.context, index: $0) }
    }
  )
}
