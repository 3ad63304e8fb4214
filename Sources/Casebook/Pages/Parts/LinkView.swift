import Mustache

/// A link with its text.
struct LinkView: View {
  let title: String
  let url: String
  var isCurrent = false

  static let fields = Fields<Self>(
    "link",
    .text("title", "The link's text") { $0.title },
    .text("url", "Where it leads") { $0.url },
    .flag("current", "True for the page on which it stands") { $0.isCurrent }
  )
}
