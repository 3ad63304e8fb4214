/// What one page of the site shows: its kind and what it is about, by indexes into the archive.
package enum PlannedPage: Sendable, Hashable {
  case home
  case incidentIndex(page: Int)
  case year(Int, page: Int)
  case incident(Int)
  case notice(Int)
  case organizationIndex(page: Int)
  case organization(Int, page: Int)
  case tagIndex(page: Int)
  case tag(Int, page: Int)
  case articleIndex(page: Int)
  case article(Int)
  case page(Int)
  case statistics
  /// The page that explains the files under `/data/`.
  case data
  case search
  case notFound
  /// A page that sends its reader to another address.
  case redirect(to: SiteURL)
}
