/// The redirects of a site, for hosts that can send a reader on without the page that does so.
struct Redirects {
  let context: PageContext
  let plan: SitePlan

  /// In the order of the plan.
  var all: [(from: SiteURL, to: SiteURL)] {
    plan.items.compactMap { item in
      if case .page(.redirect(let target)) = item.content { (item.url, target) } else { nil }
    }
  }

  /// Appends the `_redirects` file of Netlify, Cloudflare Pages and GitLab Pages: from, to, status.
  func append(to bytes: inout [UInt8]) {
    for (from, to) in all { bytes += "\(context.href(from)) \(context.href(to)) 301\n".utf8 }
  }
}
