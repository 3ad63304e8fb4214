import Mustache

/// What one notice stated to be affected: a row of a table.
struct FigureView: View {
  let context: PageContext
  let figure: StatedFigure

  private var affected: AffectedData { figure.affected }

  /// Appends `約1,200件`, `1,200人以上`; nothing when the notice states no figure.
  private func appendAmount(to bytes: inout ByteBuffer) {
    guard let count = affected.count, let unit = affected.unit else { return }
    switch affected.qualifier {
    case .about: bytes.append("約")
    case .atMost: bytes.append("最大")
    case .exact, .atLeast: break
    }
    DecimalText.append(count, to: &bytes)
    bytes.append(utf8: unit.counter)
    if affected.qualifier == .atLeast { bytes.append("以上") }
  }

  private func appendData(to bytes: inout ByteBuffer) {
    for (index, kind) in affected.data.enumerated() {
      if index > 0 { bytes.append("、") }
      bytes.append(utf8: kind.label)
    }
  }

  static let fields = Fields<Self>(
    "figure",
    .object("organization", LinkView.self, "Whose data it is") {
      $0.context.link(toOrganization: $0.figure.organization)
    },
    .text("subject", "What is affected") { $0.affected.subject },
    .written("amount", "The figure with its unit and how exact it is; absent when the notice states none") {
      $0.appendAmount(to: &$1)
    },
    .written("data", "The kinds of data, in Japanese; absent when not stated") {
      $0.appendData(to: &$1)
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
