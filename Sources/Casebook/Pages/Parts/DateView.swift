import Mustache

/// A day as pages show it.
struct DateView: View {
  let date: CivilDate

  static let fields = Fields<Self>(
    "date",
    .written("iso", "The day as `2024-06-11`, for `<time datetime>`") {
      $0.append(to: &$1, $0.date.appendISO)
    },
    .written("text", "The day as 2024年6月11日") {
      $0.append(to: &$1, $0.date.appendJapanese)
    },
    .written("long", "The day as 2024年（令和6年）6月11日（火）") {
      $0.append(to: &$1, $0.date.appendLong)
    },
    .written("era", "The day in the Japanese calendar, with its weekday") {
      $0.append(to: &$1, $0.date.appendEra)
    }
  )

  private func append(to bytes: inout ByteBuffer, _ form: (inout ShortText) -> Void) {
    bytes.append(capacity: CivilDate.textCapacity, form)
  }
}
