/// A file that crawlers, web servers or hosts look for.
package enum PlannedHosting: Sendable, Hashable {
  /// Says to GitHub Pages that the site is not to be run through Jekyll, which leaves out files with a `_`.
  case noJekyll
  case robots

  /// Its address.
  var url: SiteURL {
    switch self {
    case .noJekyll: SiteURL("/.nojekyll")
    case .robots: SiteURL("/robots.txt")
    }
  }

  /// The files that an archive's site has.
  static func files(of archive: Archive) -> [PlannedHosting] {
    let forHosts: [PlannedHosting] = archive.site.outputs.hosting ? [.noJekyll] : []
    return [.robots] + forHosts
  }
}
