import TestSupport
import Testing

@testable import Casebook

struct AddressTests {
  private func archive(_ path: String, _ text: String = "x", body: String = "本文です。") throws -> ArchiveFixture
  {
    try ArchiveFixture([
      "organizations/aoba.md": Sample.named("青葉市", reading: "あおばし"),
      "incidents/1/notice.md": Sample.notice(body: body), path: text,
    ])
  }

  @Test(
    "the manifest's name is taken, in any case",
    arguments: ["static/manifest.json", "static/Manifest.JSON", "static/MANIFEST.json/x.txt"])
  func manifest(_ path: String) throws {
    let report = try archive(path).check()
    #expect(report.diagnostics.map(\.code) == [.urlCollision])
    #expect(report.diagnostics.first?.message.contains("manifest") == true)
  }

  @Test("two notices of one publisher and day are told to take a slug")
  func slug() throws {
    let report = try archive("incidents/1/other.md", Sample.notice()).check()
    #expect(report.diagnostics.map(\.code) == [.urlCollision])
    #expect(report.diagnostics.first?.hint?.contains("'slug'") == true)
  }

  @Test("a file in the way of a page is not told to take a slug")
  func file() throws {
    let report = try archive("static/incidents/index.html").check()
    #expect(report.diagnostics.map(\.code) == [.urlCollision])
    #expect(report.diagnostics.first?.hint?.contains("'slug'") == false)
  }

  @Test("a link without combining marks leads to a file whose name has them, by the file's own name")
  func combiningMarks() throws {
    let archive = try archive("static/か\u{3099}.pdf", body: "[図](/が.pdf)")
    #expect(archive.findings() == [])
    let page = try #require(try archive.page("/incidents/2024-001/2024-06-11-aoba/"))
    #expect(page.contains("href=\"/%E3%81%8B%E3%82%99.pdf\""))
  }
}
