import TestSupport
import Testing

@testable import Casebook

/// The site map names every page with the day on which what it shows last changed.
struct SiteMapTests {
  private func fixture(_ keys: String = "") throws -> ArchiveFixture {
    try ArchiveFixture(
      site: Sample.site(keys, base: "https://example.jp/sub/"),
      [
        "incidents/2024-001/a.md": Sample.notice(
          published: "2024-06-01", "aliases: [/old/]\ncorrections: [{date: 2024-07-02, change: 誤字}]"),
        "incidents/2024-002/b.md": Sample.notice("2024-002", published: "2024-06-11", publisher: "midori"),
        "incidents/2024-003/c.md": Sample.notice("2024-003", published: "2024-06-12", publisher: "midori"),
        "incidents/2024-003/index.md": Sample.incident(
          "2024-003", "corrections: [{date: 2024-09-01, change: 題}]"),
        "organizations/aoba.md": Sample.named("青葉市", reading: "あおばし"),
        "organizations/midori.md": Sample.named("みどり印刷", reading: "みどりいんさつ"),
        "organizations/quiet.md": Sample.named("静か", reading: "しずか"),
        "articles/news.md": Sample.article("記事", published: "2024-06-11", "updated: 2024-08-01"),
        "pages/about.md": Sample.page("これは何か"),
      ])
  }

  private func dates(_ fixture: ArchiveFixture) throws -> [String: String] {
    let text = try #require(try fixture.page("/sitemap.xml"))
    var dates: [String: String] = [:]
    for entry in text.matches(of: /<loc>([^<]+)<\/loc>\n(?:<lastmod>([^<]+)<\/lastmod>)?/) {
      let url = entry.1.trimmingPrefix("https://example.jp/sub")
      #expect(dates.updateValue(entry.2.map(String.init) ?? "", forKey: String(url)) == nil)
    }
    return dates
  }

  @Test("a page's date is that of the last change of what it shows")
  func pages() throws {
    let dates = try dates(fixture())
    #expect(dates["/"] == "2024-08-01")
    #expect(dates["/incidents/"] == "2024-09-01")
    #expect(dates["/incidents/2024-001/"] == "2024-07-02")
    #expect(dates["/incidents/2024-001/2024-06-01-aoba/"] == "2024-07-02")
    #expect(dates["/incidents/2024-003/"] == "2024-09-01")
    #expect(dates["/incidents/2024-003/2024-06-12-midori/"] == "2024-06-12")
    #expect(dates["/organizations/midori/"] == "2024-06-12")
    #expect(dates["/articles/news/"] == "2024-08-01")
  }

  @Test("each page of a list has the date of its own part")
  func paged() throws {
    let dates = try dates(fixture("page_size: 1"))
    #expect(dates["/incidents/"] == "2024-09-01")
    #expect(dates["/incidents/page/2/"] == "2024-06-11")
    #expect(dates["/incidents/2024/"] == "2024-07-02")
    #expect(dates["/organizations/midori/page/2/"] == "2024-06-11")
  }

  @Test("a page that shows nothing with a date has none")
  func undated() throws {
    let dates = try dates(fixture())
    #expect(dates["/about/"] == "")
    #expect(dates["/organizations/quiet/"] == "")
  }

  @Test("redirects, the page for a missing page and the search are not listed, all others are")
  func listed() throws {
    let fixture = try fixture()
    let pages = try fixture.site().plan.items.filter { item in
      if case .page = item.content { true } else { false }
    }
    let dates = try dates(fixture)
    #expect(dates["/old/"] == nil)
    #expect(dates["/404.html"] == nil)
    #expect(dates["/search/"] == nil)
    #expect(dates.count == pages.count - 3)
  }

  @Test("more than 50,000 pages are split", arguments: [(0, 1), (50_000, 1), (50_001, 2), (100_001, 3)])
  func parts(_ pages: Int, _ parts: Int) {
    #expect(SiteMap.parts(ofPages: pages) == parts)
    let files = PlannedHosting.files(SiteOutputs(), pageCount: pages)
    #expect(files.count { if case .siteMapPart = $0 { true } else { false } } == (parts > 1 ? parts : 0))
  }
}
