import Mustache

/// How to cite a page: what it is, its number, its date and where it stays.
struct CitationView: View {
  let frame: Frame
  /// Nil for a case, which may have several.
  var publisher: String?
  let title: String
  let number: CaseNumber
  /// The day of the publication that is cited; nil when there is none.
  let date: CivilDate?

  private func appendText(to bytes: inout ByteBuffer) {
    if let publisher { bytes.append(utf8: publisher) }
    bytes.append("「")
    bytes.append(utf8: title)
    bytes.append("」（事件番号")
    bytes.append(number)
    if let date {
      bytes.append("、")
      bytes.append(capacity: CivilDate.textCapacity, date.appendJapanese)
      bytes.append("公表")
    }
    bytes.append("）、")
    bytes.append(utf8: frame.context.archive.site.title)
  }

  static let fields = Fields<Self>(
    "citation",
    .written("text", "Title, case number, site and date") { $0.appendText(to: &$1) },
    .text("url", "The permanent address") { $0.frame.address }
  )
}
