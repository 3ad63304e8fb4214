/// What a body refers to, in its order; what it repeats is repeated.
package struct MarkdownReferences: Sendable, Equatable {
  /// The incidents that its text names, without those in link texts and code.
  package private(set) var incidents: [CaseNumber] = []
  /// The destinations of links and images that have no scheme, as they are written: files, documents, fragments.
  package private(set) var destinations: [String] = []

  init() {}

  init(_ survey: TreeSurvey) {
    for text in survey.linkableTexts {
      for link in TextLinkScanner(text.literal).links() {
        if case .incident(let number?) = link.target { incidents.append(number) }
      }
    }
    for link in survey.links {
      let url = link.url
      if !url.isEmpty, LinkScheme(of: url) == .none {
        destinations.append(String(decoding: url, as: UTF8.self))
      }
    }
  }
}
