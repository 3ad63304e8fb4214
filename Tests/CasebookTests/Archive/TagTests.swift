import TestSupport
import Testing

@testable import Casebook

struct TagTests {
  @Test(
    "a tag gathers the notices and articles that name it in any of its forms, the newest first, each once")
  func gathered() throws {
    let fixture = try ArchiveFixture([
      "tags/ransomware.md": Sample.named("ランサムウェア", "aliases: [身代金要求型ウイルス]"),
      "incidents/a.md": Sample.notice("2024-001", published: "2024-06-01", "tags: [ransomware, ﾗﾝｻﾑｳｪｱ]"),
      "incidents/b.md": Sample.notice("2024-002", published: "2024-06-02", "tags: [身代金要求型ウイルス]"),
      "articles/x.md": Sample.article("備え", "tags: [ランサムウェア]"),
    ])
    let tag = try #require(try fixture.archive().tags.first)
    #expect(tag.id == "ransomware" && tag.notices == [1, 0] && tag.articles == [0])
    let page = try #require(try fixture.page("/tags/ransomware/"))
    #expect(page.contains("article: /articles/x/ 備え"))
  }

  @Test("a tag without a file is a warning and has a page under its name")
  func unknown() throws {
    let fixture = try ArchiveFixture(["incidents/a.md": Sample.notice(publisher: "あおば", "tags: [委託先]")])
    #expect(fixture.findings().contains { $0.hasSuffix("warning unknown-tag") })
    #expect(try fixture.page("/tags/委託先/") != nil)
  }

  @Test("an incident has its own tags first, then those of its notices, each once")
  func ofIncidents() throws {
    let archive = try ArchiveFixture([
      "incidents/a.md": Sample.notice("2024-001", "tags: [い, あ]"),
      "incidents/index.md": Sample.incident("2024-001", "tags: [う, い]"),
    ]).archive()
    #expect(archive.incidents[0].tags.map { archive.tags[$0].name } == ["う", "い", "あ"])
  }
}
