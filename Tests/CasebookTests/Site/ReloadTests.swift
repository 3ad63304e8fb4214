import TestSupport
import Testing

@testable import Casebook

@Suite("Loading again after a change")
struct ReloadTests {
  private static let path = "content/incidents/a/one.md"
  private static let keys = "tags: [麻]\nparties: [{organization: 会社, role: processor}]"

  private let archive: ArchiveFixture

  init() throws {
    archive = try ArchiveFixture([
      "incidents/a/one.md": Sample.notice("[\"2024-001\", \"2024-002\"]", Self.keys),
      "incidents/a/two.md": Sample.notice("2024-001", published: "2024-06-12", publisher: "kobo"),
      "incidents/b/three.md": Sample.notice("2024-002", published: "2024-06-13", publisher: "kobo"),
      "incidents/b/index.md": Sample.incident("2024-002", "title: 題\nrelated: [\"2024-001\"]"),
      "organizations/aoba.md": Sample.named("青葉市", reading: "あおばし"),
      "organizations/kobo.md": Sample.named("工房", reading: "こうぼう"),
      "organizations/c.md": Sample.named("会社", reading: "かいしゃ"),
      "tags/asa.md": Sample.named("麻", reading: "あさ"),
    ])
  }

  private static func notice(
    _ keys: String = "", title: String = "個人情報の漏えいについて", published: String = "2024-06-11",
    publisher: String = "aoba", number: String = "[\"2024-001\", \"2024-002\"]", body: String = "本文です。"
  ) -> String {
    Sample.notice(
      number, title: title, published: published, publisher: publisher, Self.keys + keys, body: body)
  }

  /// Texts of the notice that leave everything else as it is.
  static let texts = [
    notice(body: "別の本文"), notice(title: "別の題"), notice("\nsummary: 要約"), notice("\ncause: loss"),
    notice("\naffected: [{subject: 名簿, count: 3, unit: persons}]"),
    notice("\ntimeline: [{date: 2024-05-01, event: occurred}]"), notice(body: "[先](missing.md)"),
    notice("\nunknown: key"),
  ]

  /// Texts on which more hangs.
  static let moves = [
    notice("\ndraft: true"), notice("\nslug: other"), notice("\naliases: [/old/]"),
    notice(published: "2024-06-14"),
    notice(published: "2031-01-01"), notice(publisher: "kobo"), notice(publisher: "新しい組織"),
    notice(number: "2024-001"), notice(number: "2024-009"), notice().replacing("[麻]", with: "[麻, 新]"),
    notice().replacing("processor", with: "affected"),
    notice("\naffected: [{subject: 名簿, organization: kobo}]"), "",
  ]

  /// Everything of a site: its files by their addresses, and its findings.
  private func state(_ site: LoadedSite?, _ found: [Diagnostic]) throws -> ([String: [UInt8]], [Diagnostic]) {
    var files: [String: [UInt8]] = [:]
    for item in site?.plan.items ?? [] {
      var bytes: [UInt8] = []
      try site?.make(item, into: &bytes)
      files[item.url.path] = bytes
    }
    return (files, DiagnosticReport(found + (site?.findings ?? [])).diagnostics)
  }

  @Test("is as loading for the first time, there and back", arguments: texts + moves)
  func same(_ text: String) throws {
    var loader = SiteLoader(archive.request)
    var found: [Diagnostic] = []
    _ = loader.load(&found)
    let before = try #require(archive.text(Self.path))
    for text in [text, before] {
      try archive.write(text, Self.path)
      found = []
      let site = loader.load(after: .paths([Self.path, "content/incidents/a/one.md.new"]), &found)
      var expected: [Diagnostic] = []
      var fresh = SiteLoader(archive.request)
      let (files, findings) = try state(site, found)
      let (freshFiles, freshFindings) = try state(fresh.load(&expected), expected)
      #expect(findings == freshFindings)
      #expect(Set(files.keys) == Set(freshFiles.keys))
      #expect(files.filter { freshFiles[$0.key] != $0.value }.map(\.key) == [])
    }
  }

  private func revised(to text: String) throws -> Archive? {
    let archive = try archive.archive()
    try self.archive.write(text, Self.path)
    var found: [Diagnostic] = []
    let content = ContentLoader(root: self.archive.root, parallel: ParallelMap(jobs: 1)).load(&found)
    return content?.notices.first { $0.body.source.path == Self.path }.flatMap(archive.revised)
  }

  @Test("a text that leaves everything else as it is, is put in its place", arguments: texts)
  func inPlace(_ text: String) throws {
    #expect(try revised(to: text) != nil)
  }

  @Test("a text on which more hangs, is not", arguments: moves)
  func elsewhere(_ text: String) throws {
    #expect(try revised(to: text) == nil)
  }
}
