import TestSupport
import Testing

@testable import Casebook

struct HiddenDocumentTests {
  private static let aoba = Sample.named("青葉市", reading: "あおばし")
  private static let incident = Sample.incident("2024-001", "related: [\"2024-002\"]")

  @Test("a relation to a case whose only notice is a draft is left out without a word")
  func relatedDraft() throws {
    let archive = try ArchiveFixture([
      "organizations/aoba.md": Self.aoba, "incidents/1/notice.md": Sample.notice(),
      "incidents/1/index.md": Self.incident,
      "incidents/2/notice.md": Sample.notice("2024-002", "draft: true"),
    ])
    #expect(archive.findings() == [])
    #expect(try archive.archive().incidents.map(\.related) == [[]])
  }

  @Test("a relation to a case that nothing is about is an error")
  func relatedNothing() throws {
    let archive = try ArchiveFixture([
      "organizations/aoba.md": Self.aoba, "incidents/1/notice.md": Sample.notice(),
      "incidents/1/index.md": Self.incident,
    ])
    #expect(archive.findings() == ["content/incidents/1/index.md:3:11 error unknown-incident"])
  }
}
