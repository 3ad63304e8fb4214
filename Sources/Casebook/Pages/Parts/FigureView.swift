import Mustache

/// What one notice stated to be affected: a row of a table.
struct FigureView: View {
  let context: PageContext
  let figure: StatedFigure

  private var affected: AffectedData { figure.affected }

  /// `約1,200件`, `1,200人以上`; nil when the notice states no figure.
  private var amount: String? {
    guard let count = affected.count, let unit = affected.unit else { return nil }
    let text = DecimalText.of(count) + unit.counter
    return switch affected.qualifier {
    case .exact: text
    case .about: "約" + text
    case .atLeast: text + "以上"
    case .atMost: "最大" + text
    }
  }

  static let fields = Fields<Self>(
    "figure",
    .object("organization", LinkView.self, "Whose data it is") {
      $0.context.link(toOrganization: $0.figure.organization)
    },
    .text("subject", "What is affected") { $0.affected.subject },
    .text("amount", "The figure with its unit and how exact it is; absent when the notice states none") {
      $0.amount
    },
    .text("data", "The kinds of data, in Japanese; absent when not stated") { view in
      let labels = view.affected.data.map(\.label)
      return labels.isEmpty ? nil : labels.joined(separator: "、")
    },
    .object("as_of", DateView.self, "The day on which the figure held; absent when not stated") {
      $0.affected.asOf.map(DateView.init)
    },
    .flag("superseded", "True for a figure that was revised later") { $0.affected.isSuperseded },
    .object("notice", NoticeItemView.self, "The notice that states it") {
      NoticeItemView(context: $0.context, index: $0.figure.notice)
    }
  )
}
