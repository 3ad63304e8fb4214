import Mustache

/// What every page has around its own content: the site, and what the page says about itself.
///
/// A class, because a page hands it on with each look at the site or the document.
final class Frame: Sendable {
  let context: PageContext
  let url: SiteURL
  /// The page's address as pages link to it.
  let href: String
  /// The page's own title; nil for the home page.
  let title: String?
  let description: String?
  /// The way from the home page to this one, without both.
  let trail: [LinkView]
  /// The feed of what the page lists, beside those of the whole archive.
  let feed: PlannedFeed?
  /// Nil for a list.
  let subject: PageSubject?

  /// The page's whole address.
  var address: String { context.archive.site.baseURL.origin + href }

  /// - Parameter href: where the context has it.
  init(
    context: PageContext, url: SiteURL, href: String? = nil, title: String?, description: String?,
    trail: [LinkView] = [], feed: PlannedFeed? = nil, subject: PageSubject? = nil
  ) {
    self.context = context
    self.url = url
    self.href = href ?? context.href(url)
    self.title = title
    self.description = description
    self.trail = trail
    self.feed = feed
    self.subject = subject
  }
}

/// A page kind: what its template sees.
protocol PageView: View {
  var frame: Frame { get }
}

extension PageView {
  /// The names that every page has.
  static var frameFields: [Field<Self>] {
    [
      .object("site", SiteView.self, "The archive as a whole") { SiteView(frame: $0.frame) },
      .object("document", DocumentView.self, "What the page says about itself") {
        DocumentView(frame: $0.frame)
      },
      .list("trail", LinkView.self, "The way from the home page to this page, without both") {
        $0.frame.trail
      },
    ]
  }
}

/// The archive as a whole.
struct SiteView: View {
  let frame: Frame

  private var archive: Archive { frame.context.archive }
  private var site: Site { archive.site }

  private var links: SiteLinks { frame.context.siteLinks }

  static let fields = Fields<Self>("site", names.map(\.constant) + menus + addresses.map(\.constant))

  private static let names: [Field<Self>] = [
    .text("title", "The archive's title") { $0.site.title },
    .text("description", "What the archive is") { $0.site.description },
    .text("language", "The pages' language tag") { $0.site.language },
    .text("home_url", "The home page") { $0.links.home },
  ]

  /// These say which of their links leads to the page itself.
  private static let menus: [Field<Self>] = [
    .list("sections", LinkView.self, "The indexes of the archive, and its search") { view in
      view.links.sections.map { $0.link(on: view.frame.url) }
    },
    .list("menu", LinkView.self, "The menu of site.yaml") { view in
      view.links.menu.map { $0.link(on: view.frame.url) }
    },
  ]

  private static let addresses: [Field<Self>] = [
    .text("incidents_url", "The case-number index") { $0.frame.context.href(.incidents) },
    .text("organizations_url", "The index of organizations") { $0.frame.context.href(.organizations) },
    .text("tags_url", "The index of tags") { $0.frame.context.href(.tags) },
    .text("statistics_url", "The statistics") { $0.frame.context.href(.statistics) },
    .text("data_url", "The page about the data; absent when the archive publishes none") {
      $0.site.outputs.data ? $0.frame.context.href(.data) : nil
    },
    .text("articles_url", "The index of articles") { $0.frame.context.href(.articles) },
    .text("search_url", "The search page; absent when the archive has none") { $0.links.search },
    .text("opensearch_url", "What browsers read to search the archive; absent when it has no search page") {
      $0.links.openSearch
    },
    .text("publisher_name", "Who publishes the archive") { $0.site.publisher.name },
    .text("publisher_url", "The publisher's web site; absent when not given") { $0.site.publisher.url },
    .text("publisher_email", "The publisher's address for mail; absent when not given") {
      $0.site.publisher.email
    },
    .text("year", "The year of the build") { String($0.frame.context.archive.options.today.year) },
    .list("stylesheets", LinkView.self, "The style sheets of templates/assets, in the order of their names") {
      $0.links.styleSheets
    },
    .list("icons", LinkView.self, "The SVG pictures of templates/assets, of which the site's sign is one") {
      $0.links.icons
    },
    .text("manifest_url", "The web manifest") { $0.links.webManifest },
    .text("touch_icon_url", "`apple-touch-icon.png` of content/static; absent when it is not there") {
      $0.links.touchIcon
    },
    .list("scripts", LinkView.self, "The scripts of templates/assets, in the order of their names") {
      $0.links.scripts
    },
    .list(
      "search_stylesheets", LinkView.self,
      "The style sheets of templates/assets/search, which are in no other list"
    ) {
      $0.links.searchStyleSheets
    },
    .list(
      "search_scripts", LinkView.self, "The scripts of templates/assets/search, which are in no other list"
    ) {
      $0.links.searchScripts
    },
  ]
}

/// What a page says about itself.
struct DocumentView: View {
  let frame: Frame

  private func appendFullTitle(to bytes: inout ByteBuffer) {
    if let title = frame.title {
      bytes.append(utf8: title)
      bytes.append(" | ")
    }
    bytes.append(utf8: frame.context.archive.site.title)
  }

  private func appendAddress(to bytes: inout ByteBuffer) {
    bytes.append(utf8: frame.context.archive.site.baseURL.origin)
    bytes.append(utf8: frame.href)
  }

  private var feeds: [FeedLinkView] {
    let own = frame.feed.flatMap { FeedLinkView($0, of: frame.context.archive) }
    return (own.map { [$0] } ?? []) + frame.context.archiveFeeds
  }

  static let fields = Fields<Self>(
    "document",
    .text("title", "The page's own title; the archive's on the home page") {
      $0.frame.title ?? $0.frame.context.archive.site.title
    },
    .written("full_title", "The title for `<title>`: the page's and the archive's") {
      $0.appendFullTitle(to: &$1)
    },
    .text("description", "What the page is about; the archive's description when it has none of its own") {
      $0.frame.description ?? $0.frame.context.archive.site.description
    },
    .list(
      "feeds", FeedLinkView.self, "The feeds for `<link rel=alternate>`: the page's own, then the archive's"
    ) {
      $0.feeds
    },
    .written("canonical", "The page's whole address") { $0.appendAddress(to: &$1) },
    .list("properties", PropertyView.self, "What cards for the page show, as Open Graph properties") {
      OpenGraph(frame: $0.frame).properties
    },
    .html("structured_data", "The page as JSON-LD for programs; absent when there is nothing to say") {
      StructuredData($0.frame).json
    }
  )
}
