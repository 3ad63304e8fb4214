import Mustache

/// What a command asks of an archive.
package struct SiteRequest: Sendable {
  /// The folder that holds `content/`.
  package var root: String
  /// The folder that holds `templates/`; the archive's own, except in tests.
  package var templatesRoot: String
  /// Instead of site.yaml's `base_url`.
  package var baseURL: BaseURL?
  package var includesDrafts = false
  package var includesFuture = false
  /// Instead of the clock.
  package var now: CivilDate?
  /// The text of the environment variable SOURCE_DATE_EPOCH, if it is set.
  package var sourceDateEpoch: String?
  package var jobs: Int

  package init(root: String, jobs: Int) {
    self.root = root
    templatesRoot = root
    self.jobs = jobs
  }
}

/// Loads an archive with its templates: everything that a build does before the first page is rendered.
package struct SiteLoader: Sendable {
  private let request: SiteRequest

  package init(_ request: SiteRequest) {
    self.request = request
  }

  /// Loads everything, and finds as much as can be found at once.
  ///
  /// - Parameter diagnostics: takes all findings; with an error in it the site is not to be published.
  /// - Returns: nil when site.yaml is missing or refused.
  package func load(_ diagnostics: inout [Diagnostic]) -> LoadedSite? {
    let loader = ContentLoader(root: request.root, parallel: ParallelMap(jobs: request.jobs))
    let content = loader.load(&diagnostics)
    let templates = SiteTemplates(root: request.templatesRoot, &diagnostics)
    guard var content else { return nil }
    if let baseURL = request.baseURL { content.site.baseURL = baseURL }
    guard
      let today = Today.date(
        given: request.now, epoch: request.sourceDateEpoch, timeZone: content.site.timeZone)
    else {
      diagnostics.append(
        Diagnostic(
          .error, .invalidDate, "SOURCE_DATE_EPOCH is '\(request.sourceDateEpoch ?? "")', which is no time",
          at: nil,
          hint: "it is a number of seconds since 1970-01-01"))
      return nil
    }
    let options = ArchiveOptions(
      includesDrafts: request.includesDrafts, includesFuture: request.includesFuture, today: today)
    let archive = Archive.build(from: content, options: options, &diagnostics)
    let plan = SitePlan(archive, assets: templates.assets, &diagnostics)
    return LoadedSite(archive: archive, templates: templates, plan: plan)
  }
}
