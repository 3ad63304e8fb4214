import Casebook
import Foundation
import TestSupport
import Testing

@Suite("Builds over an earlier one")
struct WarmBuildTests {
  /// Small batches: a file that was made again for one edit hides that it was not for another.
  private static let largestBatch = 9

  private struct Built {
    let files: [String: Data]
    let report: String
    /// How many files were made.
    let made: Int
    let isPublished: Bool
  }

  private func build(_ archive: ArchiveFixture, into output: String) throws -> Built {
    let progress = BuildProgress()
    let build = ArchiveBuild(archive.request, isStrict: false, progress: progress)
    let (outcome, report) = try build.build(into: archive.root + "/" + output, isForced: false)
    guard case .published = outcome else {
      return Built(files: [:], report: report.text(.json), made: 0, isPublished: false)
    }
    return Built(
      files: try archive.files(in: output), report: report.text(.json), made: progress.state.done,
      isPublished: true)
  }

  private func buildCold(_ archive: ArchiveFixture) throws -> Built {
    for name in ["cold", "cold.staging"] { try? archive.remove(name) }
    return try build(archive, into: "cold")
  }

  private func shippedTemplates() throws -> [String: String] {
    let folder = Repository.path("templates")
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) where path.contains(".") {
      files[path] = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
    }
    return files
  }

  @Test(
    "after any of 1,000 edits, and whatever happened to the output, the site and the report are those of a first build",
    arguments: [("shipped", 300), ("whole", 700)])
  func edits(templates: String, count: Int) throws {
    let archive = try ArchiveFixture()
    let texts = templates == "whole" ? WholeTemplates.files() : try shippedTemplates()
    var edits = try ArchiveEdits(archive, templates: texts, seed: 42)
    try archive.build()
    var output = OutputEdits(archive, seed: 43)
    var random = Randomness(state: 44)
    var (edited, compared) = (0, 0)
    while edited < count {
      let (before, request) = (edits, archive.request)
      let batch = 1 + random.below(Self.largestBatch)
      for _ in 0..<batch { edits.edit() }
      edited += batch
      try edits.write()
      let cold = try buildCold(archive)
      guard cold.isPublished else {
        #expect(try build(archive, into: "public").report == cold.report)
        edits = before.continued(after: edits)
        archive.request = request
        try edits.write()
        continue
      }
      try output.edit()
      let warm = try build(archive, into: "public")
      let files = output.own(warm.files)
      #expect(Set(files.keys) == Set(cold.files.keys))
      try #require(files.filter { cold.files[$0.key] != $0.value }.keys.sorted() == [])
      try #require(warm.report == cold.report)
      compared += 1
    }
    #expect(compared > count / Self.largestBatch)
  }

  @Test("an edit makes what shows it, and nothing else")
  func made() throws {
    let archive = try ArchiveFixture(
      site: Sample.site("outputs: {search: false, data: false, sqlite: false, hosting: false, veris: false}"),
      [
        "incidents/a.md": Sample.notice("2024-001", publisher: "青葉市", "slug: a\ntags: [札]"),
        "incidents/b.md": Sample.notice("2024-001", publisher: "港市", "slug: b"),
        "incidents/c.md": Sample.notice("2024-005", publisher: "山市", "slug: c", body: "[札](/tags/札/)"),
        "incidents/d.md": Sample.notice("2024-009", publisher: "丘市", "slug: d"),
        "articles/one.md": Sample.article("記事"), "pages/about.md": Sample.page("紹介"),
      ])
    func changed(_ text: String, _ path: String) throws -> [String] {
      let before = try build(archive, into: "public")
      try archive.write(text, path)
      let after = try build(archive, into: "public")
      #expect(after.made < before.files.count / 2)
      #expect(try build(archive, into: "public").made == 0)
      return after.files.filter { before.files[$0.key] != $0.value }.keys.sorted()
    }
    let text = Sample.notice("2024-001", publisher: "青葉市", "slug: a\ntags: [札]", body: "別の文。")
    let pages = try changed(text, "content/incidents/a.md").filter { $0.hasSuffix(".html") }
    #expect(pages == ["incidents/2024-001/a/index.html", "incidents/2024-001/index.html"])
    #expect(
      try changed(Sample.page("紹介", body: "別の文。"), "content/pages/about.md") == [
        "about/index.html", "manifest.json",
      ])
  }
}
