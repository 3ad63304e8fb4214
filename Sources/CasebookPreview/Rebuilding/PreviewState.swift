import Casebook

/// What the preview answers from at one moment.
struct PreviewState: Sendable {
  /// The last site that loaded without an error; nil before there was one.
  var site: PreviewedSite?
  /// Why the files as they are now give no site; empty when they do.
  var loadErrors: [Diagnostic] = []
  /// What the pages of the site have wrong, as far as all of them were looked at.
  var pageErrors: [Diagnostic] = []
  /// Counts the changes of files that pages only refer to, such as images.
  var fileChanges = 0

  /// Takes what a check of all pages found.
  ///
  /// - Parameter number: of the site that was checked.
  /// - Returns: true when it is something else than before; nil when there is a later site by now, of whose pages it does
  ///   not tell.
  mutating func take(pageErrors errors: [Diagnostic], ofSite number: Int) -> Bool? {
    guard site?.number == number else { return nil }
    defer { pageErrors = errors }
    return pageErrors != errors
  }
}

/// A loaded site, made ready for requests.
struct PreviewedSite: Sendable {
  let site: LoadedSite
  /// Counts the sites: what was made of a lower one is older.
  let number: Int
  /// What is shown only here, by its address.
  let marks: [String: String]
  /// The places of the plan's items by their addresses.
  private let items: [String: Int]

  init(_ site: LoadedSite, number: Int) {
    self.site = site
    self.number = number
    marks = UnpublishedMarks.marks(in: site)
    items = Dictionary(
      site.plan.items.enumerated().map { ($0.element.url.path, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  func item(at path: String) -> SitePlan.Item? { items[path].map { site.plan.items[$0] } }

  /// The sub-path of the site's address, without a `/` at its end.
  var basePath: String { site.archive.site.baseURL.path }
}
