/// The site map (sitemaps.org, protocol 0.9): every page that is to be found, with the day of its last change.
struct SiteMap {
  /// More addresses than one file may have are split over several.
  static let maximumLength = 50_000

  private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

  let context: PageContext
  let plan: SitePlan

  /// How many files a number of pages needs.
  static func parts(ofPages count: Int) -> Int { max(1, (count + maximumLength - 1) / maximumLength) }

  /// Appends the site map, or the index of its parts where there are several.
  func append(to bytes: inout [UInt8]) {
    let parts = Self.parts(ofPages: plan.listedPageCount)
    guard parts > 1 else { return appendPart(1, to: &bytes) }
    XMLWriter.write(to: &bytes) { xml in
      xml.declaration()
      xml.element("sitemapindex", ("xmlns", Self.namespace)) { xml in
        for part in 1...parts {
          xml.element("sitemap") {
            $0.element("loc", text: context.absolute(PlannedHosting.siteMapPart(part).url))
          }
        }
      }
    }
  }

  /// Appends one part, from 1.
  func appendPart(_ part: Int, to bytes: inout [UInt8]) {
    let (dates, origin) = (context.dates, context.archive.site.baseURL.origin)
    let pages = plan.listedPages(from: (part - 1) * Self.maximumLength, atMost: Self.maximumLength)
    XMLWriter.write(to: &bytes) { xml in
      xml.declaration()
      xml.element("urlset", ("xmlns", Self.namespace)) { xml in
        for (url, page) in pages {
          xml.element("url") { xml in
            xml.element("loc", text: origin, context.addresses.address(of: page) ?? context.href(url))
            if let date = dates.lastChange(of: page) { xml.element("lastmod", text: date.description) }
          }
        }
      }
    }
  }
}

extension SitePlan {
  var listedPageCount: Int { items.count { $0.listedPage != nil } }

  /// A run of the pages that search engines are to find.
  func listedPages(from start: Int, atMost count: Int) -> some Sequence<(url: SiteURL, page: PlannedPage)> {
    items.lazy.compactMap { item in item.listedPage.map { (url: item.url, page: $0) } }
      .dropFirst(start).prefix(count)
  }
}

extension SitePlan.Item {
  /// What search engines are to find: all pages but redirects, the one for a missing page, and the search.
  fileprivate var listedPage: PlannedPage? {
    switch content {
    case .page(.notFound), .page(.redirect), .page(.search): nil
    case .page(let page): page
    default: nil
    }
  }
}
