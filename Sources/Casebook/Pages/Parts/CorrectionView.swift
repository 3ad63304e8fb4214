import Mustache

/// What this archive changed after publishing.
struct CorrectionView: View {
  let correction: Correction
  /// The notice that was changed, where the page is another's.
  var notice: NoticeItemView?

  static let fields = Fields<Self>(
    "correction",
    .object("date", DateView.self, "The day of the correction") { DateView(date: $0.correction.date) },
    .text("change", "What was changed, and why") { $0.correction.change },
    .object("notice", NoticeItemView.self, "The notice that was changed; absent for the page's own text") {
      $0.notice
    }
  )

  /// What was changed on a case and on its notices, in the order of the days.
  static func corrections(of incident: Incident, _ context: PageContext) -> [CorrectionView] {
    let own = (incident.file?.corrections ?? []).map { CorrectionView(correction: $0) }
    let ofNotices = incident.notices.flatMap { index in
      let item = NoticeItemView(context: context, index: index)
      return item.notice.corrections.map { CorrectionView(correction: $0, notice: item) }
    }
    guard !ofNotices.isEmpty else { return own }
    return (own + ofNotices).sorted { $0.correction.date < $1.correction.date }
  }
}
