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

  init(_ archive: Archive) {
    let basePath = archive.site.baseURL.path
    notices = archive.notices.enumerated().map { index, notice in
      notice.incidents.isEmpty ? "" : archive.url(ofNotice: index).href(below: basePath)
    }
    incidents = archive.incidents.indices.map { archive.url(ofIncident: $0).href(below: basePath) }
    organizations = archive.organizations.indices.map {
      archive.url(ofOrganization: $0).href(below: basePath)
    }
    tags = archive.tags.indices.map { archive.url(ofTag: $0).href(below: basePath) }
  }
}
