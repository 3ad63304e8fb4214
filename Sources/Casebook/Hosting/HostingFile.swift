extension PlannedHosting {
  /// Appends the file.
  func append(to bytes: inout [UInt8], _ context: PageContext, _ plan: SitePlan) {
    switch self {
    case .robots: bytes += "User-agent: *\nDisallow:\n\nSitemap: \(context.absolute(Self.siteMap.url))\n".utf8
    case .siteMap: SiteMap(context: context, plan: plan).append(to: &bytes)
    case .siteMapPart(let part): SiteMap(context: context, plan: plan).appendPart(part, to: &bytes)
    case .webManifest: WebManifest(context: context).append(to: &bytes)
    case .openSearch: OpenSearchDescription(context: context).append(to: &bytes)
    case .headers: ResponseHeaders.append(below: context.archive.site.baseURL.path, to: &bytes)
    case .redirects: Redirects(context: context, plan: plan).append(to: &bytes)
    case .nginx: NginxConfiguration(context: context, plan: plan).append(to: &bytes)
    case .noJekyll: break
    }
  }
}
