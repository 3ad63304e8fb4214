/// The links that stand on every page, made once for the archive.
struct SiteLinks: Sendable {
  /// A link whose place in the site is known, so that a page can tell whether it stands on it.
  struct Entry: Sendable {
    /// What a page is compared with.
    enum Place: Sendable {
      /// A page below this address is part of what the link leads to.
      case section(SiteURL)
      case page(SiteURL)
      case elsewhere
    }

    let title: String
    let href: String
    let place: Place

    func link(on page: SiteURL) -> LinkView {
      let isCurrent =
        switch place {
        case .section(let url): page.path.utf8.starts(with: url.path.utf8)
        case .page(let url): page == url
        case .elsewhere: false
        }
      return LinkView(title: title, url: href, isCurrent: isCurrent)
    }
  }

  let home: String
  let sections: [Entry]
  let menu: [Entry]
  let styleSheets: [LinkView]
  let icons: [LinkView]
  let scripts: [LinkView]
  let searchStyleSheets: [LinkView]
  let searchScripts: [LinkView]
  /// Nil where the archive has no search page, as the next one is.
  let search: String?
  let openSearch: String?
  let webManifest: String
  /// Nil where `content/static/` has none.
  let touchIcon: String?

  init(_ site: Site, assets: [Asset], icons: SiteIcons) {
    let basePath = site.baseURL.path
    func section(_ title: String, _ url: SiteURL) -> Entry {
      Entry(title: title, href: url.href(below: basePath), place: .section(url))
    }
    // What is in the folder of the search page no other page should load.
    func links(ending: String, ofSearch isOfSearch: Bool = false) -> [LinkView] {
      assets.filter { $0.name.hasSuffix(ending) && $0.name.hasPrefix("search/") == isOfSearch }.map {
        LinkView(title: $0.name, url: $0.url.href(below: basePath))
      }
    }
    home = SiteURL.home.href(below: basePath)
    sections =
      [
        section("事件", .incidents), section("組織", .organizations), section("タグ", .tags),
        section("統計", .statistics), section("記事", .articles),
      ] + (site.outputs.search ? [section("検索", .search)] : [])
    menu = site.menu.map { entry in
      let address = entry.url.value
      guard address.hasPrefix("/") else {
        return Entry(title: entry.title, href: address, place: .elsewhere)
      }
      let url = SiteURL(address)
      return Entry(title: entry.title, href: url.href(below: basePath), place: .page(url))
    }
    styleSheets = links(ending: ".css")
    self.icons = links(ending: ".svg")
    scripts = links(ending: ".js")
    searchStyleSheets = links(ending: ".css", ofSearch: true)
    searchScripts = links(ending: ".js", ofSearch: true)
    search = site.outputs.search ? SiteURL.search.href(below: basePath) : nil
    openSearch = site.outputs.search ? PlannedHosting.openSearch.url.href(below: basePath) : nil
    webManifest = PlannedHosting.webManifest.url.href(below: basePath)
    touchIcon = icons.touch.map { $0.url.href(below: basePath) }
  }
}
