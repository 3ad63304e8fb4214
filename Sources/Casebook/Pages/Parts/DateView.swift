import Mustache

/// A day as pages show it.
struct DateView: View {
  let date: CivilDate

  static let fields = Fields<Self>(
    "date",
    .text("iso", "The day as `2024-06-11`, for `<time datetime>`") { $0.date.description },
    .text("text", "The day as 2024年6月11日") { $0.date.japaneseText },
    .text("long", "The day as 2024年（令和6年）6月11日（火）") { $0.date.longText },
    .text("era", "The day in the Japanese calendar, with its weekday") { $0.date.eraText }
  )
}
