/// The kinds of files that have keys, and where they stand.
package enum DocumentKind: String, Sendable, CaseIterable {
  case site
  case notice
  case incident
  case organization
  case tag
  case article
  case page

  package var keys: [KeyShape] {
    switch self {
    case .site: SiteKeys.all
    case .notice: NoticeKeys.all
    case .incident: IncidentKeys.all
    case .organization: OrganizationKeys.all
    case .tag: TagKeys.all
    case .article: ArticleKeys.all
    case .page: PageKeys.all
    }
  }

  /// Where such a file stands, in English.
  package var place: String {
    switch self {
    case .site: "`content/site.yaml`; YAML alone, without `---` lines."
    case .notice: "Any `.md` file under `content/incidents/` that is not named `index.md`."
    case .incident:
      "`index.md` in a folder under `content/incidents/`; optional. Its body is the editor's introduction."
    case .organization: "`content/organizations/<id>.md`."
    case .tag: "`content/tags/<id>.md`."
    case .article: "`content/articles/<slug>.md`."
    case .page: "`content/pages/<path>.md`, published at `/<path>/`."
    }
  }
}
