import Foundation
import TestSupport
import Testing

@testable import Casebook

/// One small archive for each kind of finding, with the report that it must give beside it.
struct InvalidArchiveTests {
  private static let folder = "Tests/Archives/invalid"

  static let names: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Repository.path(folder))) ?? []
    return names.filter { !$0.contains(".") }.sorted()
  }()

  private func report(_ name: String) throws -> DiagnosticReport {
    let root = Repository.path("\(Self.folder)/\(name)")
    let templates = try templates(over: root)
    var request = SiteRequest(root: root, jobs: 2)
    request.templatesRoot = templates.root
    request.now = CivilDate(written: "2024-12-31")
    return ArchiveBuild(request, isStrict: false, progress: BuildProgress()).check().1
  }

  /// The tests' own templates, with what an archive has under `templates/` laid over them; an empty file stands
  /// for a template that is missing.
  private func templates(over root: String) throws -> TemporaryFolder {
    var files = try TestTemplates.files()
    let own = root + "/templates"
    for path in FileManager.default.subpaths(atPath: own) ?? [] where path.hasSuffix(".mustache") {
      let text = try String(contentsOfFile: own + "/" + path, encoding: .utf8)
      files[path] = text.isEmpty ? nil : text
    }
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, "templates/" + path) }
    return folder
  }

  @Test("an invalid archive gives the report that is recorded", arguments: names)
  func recorded(_ name: String) throws {
    try Recorded.expect(report(name).text(.text), in: "\(Self.folder)/\(name)/expected.txt")
  }

  @Test("the report names the finding after which the archive is named", arguments: names)
  func named(_ name: String) throws {
    let codes = try report(name).diagnostics.map(\.code.rawValue)
    #expect(codes.contains { name == $0 || name.hasPrefix($0 + "-") })
  }

  @Test("every kind of finding has an archive", arguments: DiagnosticCode.allCases)
  func complete(_ code: DiagnosticCode) {
    #expect(Self.names.contains { $0 == code.rawValue || $0.hasPrefix(code.rawValue + "-") })
  }
}
