import TestSupport
import Testing

@testable import Casebook

/// Which feeds a site has, and what they list.
struct FeedTests {
  private func archive(_ keys: String = "") throws -> ArchiveFixture {
    try ArchiveFixture(
      site: Sample.site(keys, base: "https://example.jp:8080/sub/"),
      [
        "incidents/2024-001/a.md": Sample.notice(
          published: "2024-06-01", "tags: [ransomware]\nparties: [{organization: midori, role: processor}]",
          body: "[経過](#経過)と[次](b.md)。\n\n## 経過\n"),
        "incidents/2024-001/b.md": Sample.notice(
          title: "続報 <2> & 3", published: "2024-06-20",
          "corrections: [{date: 2024-07-02, change: 誤字}, {date: 2024-07-01, change: 誤字}]"),
        "incidents/2024-002/c.md": Sample.notice("2024-002", published: "2024-06-11", publisher: "midori"),
        "incidents/2024-003/index.md": Sample.incident(
          "2024-003", "status: withdrawn\nwithdrawn: {date: 2024-08-01, reason: 重複}"),
        "organizations/aoba.md": Sample.named("青葉市", reading: "あおばし"),
        "organizations/midori.md": Sample.named("みどり印刷", reading: "みどりいんさつ"),
        "tags/ransomware.md": Sample.named("ランサムウェア", reading: "らんさむうぇあ"),
        "tags/none.md": Sample.named("なし", reading: "なし"),
        "articles/news.md": Sample.article("記事", published: "2024-06-11"),
      ])
  }

  private func text(_ path: String, of fixture: ArchiveFixture) throws -> String {
    try #require(try fixture.page(path))
  }

  private func values(_ element: String, in feed: String) -> [String] {
    feed.split(separator: "<\(element)>").dropFirst().map { String($0.prefix { $0 != "<" }) }
  }

  @Test("there is a feed for the archive, and for each incident, organization and tag that lists something")
  func planned() throws {
    let site = try archive().site()
    let feeds = site.plan.items.compactMap { item in
      if case .feed = item.content { item.url.path } else { String?.none }
    }
    #expect(
      feeds == [
        "/feed.xml", "/feed.json", "/incidents/2024-001/feed.xml", "/incidents/2024-002/feed.xml",
        "/organizations/aoba/feed.xml", "/organizations/midori/feed.xml", "/tags/ransomware/feed.xml",
      ])
  }

  @Test("outputs without feeds has none, and pages offer none")
  func off() throws {
    let fixture = try archive("outputs: {feeds: false}")
    let plan = try fixture.site().plan
    #expect(!plan.items.contains { $0.url.path.contains("feed") })
    #expect(try fixture.page("/incidents/2024-001/")?.contains("feed.") == false)
  }

  @Test("a page offers its own feed, then the archive's two")
  func offered() throws {
    let fixture = try archive()
    func links(_ path: String) throws -> [Substring] {
      try text(path, of: fixture).split(separator: "\n").filter { $0.hasPrefix("<link type=") }
    }
    let own = [
      #"<link type="application/atom+xml" href="/sub/feed.xml">"#,
      #"<link type="application/feed+json" href="/sub/feed.json">"#,
    ]
    #expect(try links("/articles/") == own.map { $0[...] })
    #expect(try links("/tags/ransomware/").first?.contains("/sub/tags/ransomware/feed.xml") == true)
    #expect(try links("/incidents/2024-003/").count == 2)
  }

  @Test("entries are newest first, notices before articles of the same day, and no more than feed_size")
  func order() throws {
    #expect(
      try values("published", in: text("/feed.xml", of: archive())).map { $0.prefix(10) } == [
        "2024-06-20", "2024-06-11", "2024-06-11", "2024-06-01",
      ])
    #expect(
      try values("id", in: text("/feed.xml", of: archive("feed_size: 2"))).dropFirst() == [
        "tag:example.jp,2024:incidents/2024-001/2024-06-20-aoba",
        "tag:example.jp,2024:incidents/2024-002/2024-06-11-midori",
      ])
  }

  @Test("an organization's feed has each notice once, whatever its capacities")
  func organization() throws {
    let ids = try values("id", in: text("/organizations/midori/feed.xml", of: archive()))
    #expect(ids.count == 3)
    #expect(Set(ids).count == 3)
  }

  @Test("an entry is updated on the day of its last correction, a feed with its entries")
  func updated() throws {
    let feed = try text("/incidents/2024-001/feed.xml", of: archive())
    #expect(
      values("updated", in: feed) == [
        "2024-07-02T00:00:00+09:00", "2024-07-02T00:00:00+09:00", "2024-06-01T00:00:00+09:00",
      ])
  }

  @Test("an archive without a notice has a feed all the same, whose date is no clock's")
  func empty() throws {
    let feed = try text("/feed.xml", of: ArchiveFixture())
    #expect(values("updated", in: feed) == ["1970-01-01T00:00:00Z"])
  }

  @Test("links inside the text are whole, in both formats")
  func links() throws {
    let page = "https://example.jp:8080/sub/incidents/2024-001"
    let atom = try text("/feed.xml", of: archive())
    #expect(atom.contains("&lt;a href=\"\(page)/2024-06-01-aoba/#%E7%B5%8C%E9%81%8E\"&gt;"))
    #expect(atom.contains("&lt;a href=\"\(page)/2024-06-20-aoba/\"&gt;"))
    let json = try text("/feed.json", of: archive())
    #expect(json.contains(#"<a href=\"\#(page)/2024-06-20-aoba/\">"#))
  }

  @Test("a feed is the same whether the pages or the feeds are made first, and a finding is told once")
  func cached() throws {
    let fixture = try archive()
    try fixture.write(
      Sample.notice("2024-002", published: "2024-06-11", publisher: "midori", body: "<b>太字</b>と#2024-999"),
      "content/incidents/2024-002/c.md")
    let items = try fixture.site().plan.items
    func made(_ items: [SitePlan.Item]) throws -> (feeds: [String: [UInt8]], findings: Int) {
      let site = try fixture.site()
      var feeds: [String: [UInt8]] = [:]
      for item in items {
        var bytes: [UInt8] = []
        try site.make(item, into: &bytes)
        if case .feed = item.content { feeds[item.url.path] = bytes }
      }
      return (feeds, site.findings.count)
    }
    let forwards = try made(items)
    let backwards = try made(items.reversed())
    #expect(forwards.feeds == backwards.feeds)
    #expect(forwards.findings == backwards.findings)
    #expect(Set(fixture.findings()).count == fixture.findings().count)
    #expect(fixture.findings().count { $0.hasSuffix("raw-html") } == 2)
  }
}
