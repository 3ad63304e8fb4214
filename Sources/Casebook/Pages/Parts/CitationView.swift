import Mustache

/// How to cite a page: what it is, its number, its date and where it stays.
struct CitationView: View {
  let text: String
  let url: String

  static let fields = Fields<Self>(
    "citation",
    .text("text", "Title, case number, site and date") { $0.text },
    .text("url", "The permanent address") { $0.url }
  )

  /// - Parameter date: the day of the publication that is cited; nil when there is none.
  init(title: String, number: CaseNumber, date: CivilDate?, at address: String, _ context: PageContext) {
    let dateText = date.map { "、\($0.japaneseText)公表" } ?? ""
    text = "\(title)（事件番号\(number)\(dateText)）、\(context.archive.site.title)"
    url = address
  }
}
