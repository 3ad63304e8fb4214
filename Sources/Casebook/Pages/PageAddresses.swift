/// The addresses of what pages link to most, as they link to it.
///
/// A page has dozens of links to a few thousand things; written anew for each link, addresses were a twentieth of
/// a build.
struct PageAddresses: Sendable {
  /// By the indexes of the archive; empty for a notice that stands in no incident.
  let notices: [String]
  let incidents: [String]
  let organizations: [String]
  let tags: [String]
  /// The case-number index.
  let incidentIndex: String
  /// Its years, newest first.
  private let years: [(year: Int, address: String)]

  init(_ archive: Archive, _ parallel: ParallelMap) {
    let basePath = archive.site.baseURL.path
    incidentIndex = SiteURL.incidents.href(below: basePath)
    years = archive.years.map { ($0.year, SiteURL.year($0.year).href(below: basePath)) }
    notices = parallel.map(archive.notices.indices) { index in
      archive.notices[index].incidents.isEmpty ? "" : archive.url(ofNotice: index).href(below: basePath)
    }
    incidents = parallel.map(archive.incidents.indices) {
      archive.url(ofIncident: $0).href(below: basePath)
    }
    organizations = archive.organizations.indices.map {
      archive.url(ofOrganization: $0).href(below: basePath)
    }
    tags = archive.tags.indices.map { archive.url(ofTag: $0).href(below: basePath) }
  }

  /// The address of a year of the case-number index; nil for one without a case.
  func year(_ year: Int) -> String? { years.first { $0.year == year }?.address }

  /// The address of the page of a notice or a case; nil for other pages.
  func address(of page: PlannedPage) -> String? {
    switch page {
    case .notice(let index): notices[index]
    case .incident(let index): incidents[index]
    default: nil
    }
  }
}
