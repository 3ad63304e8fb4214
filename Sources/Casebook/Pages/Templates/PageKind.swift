import Mustache

/// A kind of page: the name of its template, and what that template sees.
package enum PageKind: String, Sendable, CaseIterable {
  case home
  case incidentIndex = "incident-index"
  case year
  case incident
  case notice
  case organizationIndex = "organization-index"
  case organization
  case tagIndex = "tag-index"
  case tag
  case articleIndex = "article-index"
  case article
  case page
  case statistics
  case data
  case search
  case notFound = "not-found"
  case redirect

  /// The template's name: its path under `templates/` without `.mustache`.
  package var template: String { rawValue }

  package var schema: Schema {
    switch self {
    case .home: HomeView.fields.schema
    case .incidentIndex: IncidentIndexView.fields.schema
    case .year: YearView.fields.schema
    case .incident: IncidentView.fields.schema
    case .notice: NoticeView.fields.schema
    case .organizationIndex: OrganizationIndexView.fields.schema
    case .organization: OrganizationView.fields.schema
    case .tagIndex: TagIndexView.fields.schema
    case .tag: TagView.fields.schema
    case .articleIndex: ArticleIndexView.fields.schema
    case .article: ArticleView.fields.schema
    case .page: PlainPageView.fields.schema
    case .statistics: StatisticsView.fields.schema
    case .data: DataView.fields.schema
    case .search: SearchView.fields.schema
    case .notFound: NotFoundView.fields.schema
    case .redirect: RedirectView.fields.schema
    }
  }
}
