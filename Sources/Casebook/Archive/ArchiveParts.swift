/// The archive while it is made: each step fills a part from those before it, then it becomes immutable.
struct ArchiveParts {
  let content: Content
  let options: ArchiveOptions
  let parallel: ParallelMap
  var diagnostics: [Diagnostic] = []
  var organizations: [Organization] = []
  var tags: [Tag] = []
  /// Those that this build shows, in the order of publication.
  var resolvedNotices: [ResolvedNotice] = []
  var notices: [ArchivedNotice] = []
  var articles: [ArchivedArticle] = []
  var outlines: [IncidentOutline] = []
  var incidentIndexes: [CaseNumber: Int] = [:]
  var incidents: [Incident] = []
  var attachments: [Attachment] = []
  /// The tags of each of `content.incidents`.
  var tagsOfFiles: [[Int]] = []
  /// The cases of all notices, also of those that this build does not show; made when it is first asked for.
  private var writtenCases: Set<CaseNumber>?

  init(content: Content, options: ArchiveOptions, parallel: ParallelMap) {
    self.content = content
    self.options = options
    self.parallel = parallel
  }

  /// True for a case that any notice names, shown or not.
  mutating func isWritten(_ number: CaseNumber) -> Bool {
    let cases = writtenCases ?? Set(content.notices.lazy.flatMap { $0.cases.map(\.value) })
    writtenCases = cases
    return cases.contains(number)
  }

  mutating func error(
    _ code: DiagnosticCode, _ message: String, at place: SourcePlace, hint: String
  ) {
    diagnostics.append(Diagnostic(.error, code, message, at: place, hint: hint))
  }

  mutating func warn(_ code: DiagnosticCode, _ message: String, at place: SourcePlace, hint: String) {
    diagnostics.append(Diagnostic(.warning, code, message, at: place, hint: hint))
  }
}

extension Archive {
  /// Connects the content: names to organizations and tags, notices to incidents, incidents to each other.
  ///
  /// - Parameters:
  ///   - parallel: what gathers notices and incidents, each for itself.
  ///   - diagnostics: takes what was found; with an error in it the archive is not to be published.
  package static func build(
    from content: Content, options: ArchiveOptions, parallel: ParallelMap, _ diagnostics: inout [Diagnostic]
  ) -> Archive {
    var parts = ArchiveParts(content: content, options: options, parallel: parallel)
    let (organizations, tags) = parts.resolveNames()
    parts.collectIncidents()
    parts.relateIncidents()
    parts.gatherNotices(organizations, tags)
    parts.indexAppearances()
    parts.placeAttachments()
    diagnostics += parts.diagnostics
    return Archive(parts)
  }
}
