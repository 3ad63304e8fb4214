import Casebook
import Foundation

/// A small archive in a folder of its own, as one test writes it, with the templates of the tests.
package final class ArchiveFixture: TemporaryFolder {
  /// The day that is today for the archive.
  package static let today = "2024-12-31"

  package var request: SiteRequest

  /// Writes an archive.
  ///
  /// - Parameters:
  ///   - site: the text of `site.yaml`.
  ///   - files: documents and other files by their paths under `content/`, written in this order.
  ///   - templates: what stands instead of, or beside, the tests' own templates; nil for one that is missing.
  package init(
    site: String = Sample.site, _ files: KeyValuePairs<String, String> = [:],
    templates: [String: String?] = [:]
  ) throws {
    request = SiteRequest(root: "", jobs: 2)
    try super.init()
    request.root = root
    request.templatesRoot = root
    request.now = CivilDate(written: Self.today)
    try write(site, "content/site.yaml")
    for (path, text) in files { try write(text, "content/" + path) }
    for (path, text) in try TestTemplates.files() where templates[path] == nil {
      try write(text, "templates/" + path)
    }
    for case (let path, let text?) in templates { try write(text, "templates/" + path) }
  }

  /// Loads the archive with everything that loading finds.
  package func load() -> (site: LoadedSite?, report: DiagnosticReport) {
    var diagnostics: [Diagnostic] = []
    var loader = SiteLoader(request)
    let site = loader.load(&diagnostics)
    return (site, DiagnosticReport(diagnostics))
  }

  /// The archive; throws what was found where that is an error.
  package func archive() throws -> Archive { try site().archive }

  package func site() throws -> LoadedSite {
    let (site, report) = load()
    guard let site, report.errorCount == 0 else { throw Refused(report: report.text(.text)) }
    return site
  }

  /// A page of the archive by its address, as HTML; nil where the plan has no such page.
  package func page(_ address: String) throws -> String? {
    let site = try site()
    guard let item = site.plan.items.first(where: { $0.url.path == address }) else { return nil }
    var html: [UInt8] = []
    try site.make(item, into: &html)
    return String(decoding: html, as: UTF8.self)
  }

  /// What `casebook check` reports.
  package func check(strict: Bool = false) -> DiagnosticReport {
    ArchiveBuild(request, isStrict: strict, progress: BuildProgress()).check().1
  }

  /// What `casebook check` reports, one finding a line: `path:line:column severity code`.
  package func findings(strict: Bool = false) -> [String] {
    check(strict: strict).diagnostics.map { finding in
      let place = finding.place.map { "\($0.path):\($0.line):\($0.column)" } ?? "-"
      return "\(place) \(finding.severity.rawValue) \(finding.code.rawValue)"
    }
  }

  /// Builds into a folder beside `content/`.
  @discardableResult
  package func build(into output: String = "public", strict: Bool = false) throws -> DiagnosticReport {
    let build = ArchiveBuild(request, isStrict: strict, progress: BuildProgress())
    return try build.build(into: root + "/" + output, isForced: false).1
  }

  /// The archive has errors where a test expects none.
  package struct Refused: Error, CustomStringConvertible {
    let report: String
    package var description: String { report }
  }
}
