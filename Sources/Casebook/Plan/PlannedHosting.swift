/// A file that crawlers, browsers, web servers or hosts look for.
package enum PlannedHosting: Sendable, Hashable {
  case robots
  /// The site map; the index of its parts where it has several.
  case siteMap
  /// A part of the site map, from 1.
  case siteMapPart(Int)
  case webManifest
  /// How browsers search the site.
  case openSearch
  /// The headers to send, for Netlify and Cloudflare Pages.
  case headers
  /// The redirects, for Netlify, Cloudflare Pages and GitLab Pages.
  case redirects
  /// Headers and redirects for nginx.
  case nginx
  /// Says to GitHub Pages that the site is not to be run through Jekyll, which leaves out files with a `_`.
  case noJekyll

  /// Its address.
  var url: SiteURL {
    switch self {
    case .robots: SiteURL("/robots.txt")
    case .siteMap: SiteURL("/sitemap.xml")
    case .siteMapPart(let part): SiteURL("/sitemap-\(part).xml")
    case .webManifest: SiteURL("/site.webmanifest")
    case .openSearch: SiteURL("/opensearch.xml")
    case .headers: SiteURL("/_headers")
    case .redirects: SiteURL("/_redirects")
    case .nginx: SiteURL("/nginx.conf")
    case .noJekyll: SiteURL("/.nojekyll")
    }
  }

  /// The files that a site with so many pages has.
  static func files(_ outputs: SiteOutputs, pageCount: Int) -> [PlannedHosting] {
    let parts = SiteMap.parts(ofPages: pageCount)
    let always: [PlannedHosting] =
      [.robots, .siteMap, .webManifest] + (parts > 1 ? (1...parts).map(siteMapPart) : [])
    return always + (outputs.search ? [.openSearch] : [])
      + (outputs.hosting ? [.headers, .redirects, .nginx, .noJekyll] : [])
  }
}
