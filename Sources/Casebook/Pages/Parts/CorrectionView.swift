import Mustache

/// What this archive changed after publishing.
struct CorrectionView: View {
  let correction: Correction

  static let fields = Fields<Self>(
    "correction",
    .object("date", DateView.self, "The day of the correction") { DateView(date: $0.correction.date) },
    .text("change", "What was changed, and why") { $0.correction.change }
  )
}
