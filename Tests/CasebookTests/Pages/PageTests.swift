import Foundation
import TestSupport
import Testing

@testable import Casebook

/// What pages show of whole small archives, through the templates of the tests.
struct PageTests {
  @Test("a notice shows its day in Japanese with the era, its facts and its text")
  func notice() throws {
    let fixture = try ArchiveFixture([
      "organizations/aoba.md": Sample.named("青葉市", reading: "あおばし"),
      "incidents/a.md": Sample.notice(
        "2024-001",
        """
        release: {sequence: 2, type: follow_up}
        disclosure: confirmed
        cause: misdelivery
        secondary_damage: none_confirmed
        affected: [{subject: 申込者, count: 1200, unit: persons, qualifier: about, data: [name, email], as_of: 2024-06-01}]
        source: {url: "https://example.jp/?a=1&b=2", mirrors: ["https://archive.example/"]}
        corrections: [{date: 2024-07-01, change: 件数を直した}]
        """, body: "一行目です。\n二行目です。"),
    ])
    let page = try #require(try fixture.page("/incidents/2024-001/2024-06-11-aoba/"))
    for line in [
      "published: <time datetime=\"2024-06-11\" title=\"令和6年6月11日（火）\">2024年6月11日</time>",
      "publisher: /organizations/aoba/ 青葉市",
      "terms: 続報; 漏えいを確認; 誤送付・誤送信; 確認されていない", "source: https://example.jp/?a=1&amp;b=2",
      "mirror: https://archive.example/",
      "figure: /organizations/aoba/ 申込者; 約1,200人; 氏名、メールアドレス; 2024-06-01;", "correction: 2024-07-01 件数を直した",
      "<p>一行目です。二行目です。</p>",
    ] { #expect(page.contains(line), "\(line)") }
  }

  @Test("an incident carries what was changed on it and on its notices, in the order of the days")
  func corrections() throws {
    let fixture = try ArchiveFixture([
      "incidents/a.md": Sample.notice("2024-001", "corrections: [{date: 2024-07-01, change: 件数を直した}]"),
      "incidents/2024-001/index.md":
        "---\ncase: \"2024-001\"\ncorrections: [{date: 2024-07-02, change: 題を直した}]\n---\n",
    ])
    let page = try #require(try fixture.page("/incidents/2024-001/"))
    let lines = page.split(separator: "\n").filter { $0.hasPrefix("correction: ") }
    #expect(
      lines == [
        "correction: 2024-07-01 件数を直した of /incidents/2024-001/2024-06-11-aoba/",
        "correction: 2024-07-02 題を直した",
      ])
  }

  @Test(
    "the text of a case's only notice is the same whichever of its two pages is made first",
    arguments: ["唯一の本文。", "[経緯](#経緯)にある。"])
  func sharedText(_ text: String) throws {
    let fixture = try ArchiveFixture(["incidents/a.md": Sample.notice(body: "# 経緯\n\n\(text)\n\n## 対応")])
    let addresses = ["/incidents/2024-001/", "/incidents/2024-001/2024-06-11-aoba/"]
    let alone = try addresses.map { try #require(try fixture.page($0)) }
    #expect(alone[0].contains("<h3 id=\"notice-経緯\">") && alone[1].contains("<h2 id=\"経緯\">"))
    for order in [[0, 1, 0], [1, 0, 1]] {
      let site = try fixture.site()
      for index in order {
        let item = try #require(site.plan.items.first { $0.url.path == addresses[index] })
        var html: [UInt8] = []
        try site.make(item, into: &html)
        #expect(String(decoding: html, as: UTF8.self) == alone[index])
      }
    }
  }

  @Test("an incident with one notice carries its text, one with several lists them")
  func soleNotice() throws {
    let fixture = try ArchiveFixture(["incidents/a.md": Sample.notice(body: "唯一の本文。")])
    #expect(try fixture.page("/incidents/2024-001/")?.contains("sole body:\n<p>唯一の本文。</p>") == true)
    try fixture.write(
      Sample.notice(published: "2024-06-12", "release: {sequence: 2, type: final}"), "content/incidents/b.md")
    let page = try #require(try fixture.page("/incidents/2024-001/"))
    #expect(!page.contains("sole body") && !page.contains("唯一の本文。</p>"))
    #expect(page.contains("notice: /incidents/2024-001/2024-06-12-aoba/"))
    #expect(page.contains("release: 最終報 2"))
  }

  @Test(
    "a figure says how exact it is, and a superseded one that it is",
    arguments: [
      ("count: 78, unit: records", "78件"), ("count: 1054, unit: persons, qualifier: about", "約1,054人"),
      ("count: 3, unit: organizations, qualifier: at_least", "3組織以上"),
      ("count: 10000, unit: persons, qualifier: at_most", "最大10,000人"), ("data: [name]", ""),
    ])
  func amounts(_ keys: String, _ amount: String) throws {
    let fixture = try ArchiveFixture([
      "incidents/a.md": Sample.notice("2024-001", "affected: [{subject: 顧客, \(keys), superseded: true}]")
    ])
    let page = try #require(try fixture.page("/incidents/2024-001/"))
    #expect(page.contains("顧客; \(amount); "))
    #expect(page.contains("; superseded [/incidents/2024-001/"))
  }

  @Test("the timeline shows spans, and days that a notice gives as about")
  func timeline() throws {
    let fixture = try ArchiveFixture([
      "incidents/a.md": Sample.notice(
        "2024-001",
        "timeline: [{date: 2024-05-01, end: 2024-05-03, event: exposed, approximate: true, note: 閲覧できた}]")
    ])
    let page = try #require(try fixture.page("/incidents/2024-001/"))
    #expect(
      page.contains("event: 2024-05-01/2024-05-03 about 閲覧可能な状態 閲覧できた [/incidents/2024-001/2024-06-11-aoba/]")
    )
    #expect(page.contains("event: 2024-06-11 公表"))
  }

  @Test("notices of one case lead to one another")
  func neighbours() throws {
    let fixture = try ArchiveFixture([
      "incidents/a.md": Sample.notice(published: "2024-06-01"),
      "incidents/b.md": Sample.notice(published: "2024-06-02"),
      "incidents/c.md": Sample.notice(published: "2024-06-03"),
    ])
    let page = try #require(try fixture.page("/incidents/2024-001/2024-06-02-aoba/"))
    #expect(
      page.contains("previous: /incidents/2024-001/2024-06-01-aoba/")
        && page.contains("next: /incidents/2024-001/2024-06-03-aoba/"))
  }

  @Test("the home page counts, lists the latest notices first, the years and the articles")
  func home() throws {
    let fixture = try ArchiveFixture([
      "incidents/a.md": Sample.notice("2024-001", title: "古い", published: "2024-01-01"),
      "incidents/b.md": Sample.notice("2023-001", title: "新しい", published: "2024-02-01"),
      "articles/x.md": Sample.article("記事"),
    ])
    let page = try #require(try fixture.page("/"))
    #expect(page.contains("counts: 2 notices, 2 incidents, 1 organizations"))
    let new = try #require(page.range(of: "新しい"))
    let old = try #require(page.range(of: "古い"))
    #expect(new.lowerBound < old.lowerBound)
    #expect(page.contains("year: /incidents/2024/ 1\nyear: /incidents/2023/ 1\narticle: /articles/x/ 記事"))
  }

  @Test("an article is in no index of cases")
  func article() throws {
    let fixture = try ArchiveFixture([
      "articles/windows.md": Sample.article("Windowsの初期設定"), "incidents/a.md": Sample.notice(),
    ])
    for address in ["/incidents/", "/incidents/2024/"] {
      #expect(try fixture.page(address)?.contains("windows") == false)
    }
    #expect(try fixture.page("/articles/")?.contains("article: /articles/windows/ Windowsの初期設定") == true)
  }

  @Test("the index of organizations groups them by the first kana of their readings")
  func index() throws {
    let fixture = try ArchiveFixture([
      "organizations/a.md": Sample.named("Google", reading: "グーグル"),
      "organizations/b.md": Sample.named("IPA", reading: "IPA"),
      "organizations/c.md": Sample.named("青葉市", reading: "あおばし"),
      "organizations/d.md": Sample.named("石川県", reading: "いしかわけん"),
    ])
    let page = try #require(try fixture.page("/organizations/"))
    #expect(
      page.contains(
        "group: あ\nentry: /organizations/c/ 青葉市 0\nentry: /organizations/d/ 石川県 0\ngroup: か\nentry: /organizations/a/ Google 0\ngroup: A–Z\nentry: /organizations/b/ IPA 0"
      ))
  }

  @Test("every link of a site below a sub-path starts with it, and its canonical addresses with the whole")
  func subPath() throws {
    let fixture = try ArchiveFixture(
      site: Sample.site(base: "https://example.jp/archive/"),
      [
        "incidents/a.md": Sample.notice(
          "2024-001", "tags: [a]", body: "#2024-001 と[案内](../pages/about.md)と[索引](/tags/)"),
        "pages/about.md": Sample.page("案内"),
        "articles/x.md": Sample.article("記事", "aliases: [/old/]"),
      ])
    try fixture.build()
    for (path, data) in try fixture.files(in: "public") where path.hasSuffix(".html") {
      let html = String(decoding: data, as: UTF8.self)
      let outside = html.matches(of: /(?:href="|[a-z ]: |\[)(\/[^"\] ]*)/).map { String($0.1) }.filter {
        !$0.hasPrefix("/archive/")
      }
      #expect(outside == [], "\(path)")
      #expect(html.contains("<link rel=\"canonical\" href=\"https://example.jp/archive/"))
    }
    fixture.request.baseURL = BaseURL("https://other.example/")
    #expect(try fixture.page("/tags/")?.contains("href=\"https://other.example/tags/\"") == true)
  }

  @Test("the mention of a case leads to it, and one that is not there is a warning")
  func mentions() throws {
    let fixture = try ArchiveFixture(["incidents/a.md": Sample.notice(body: "＃２０２４－００１と#2024-777")])
    let page = try #require(try fixture.page("/incidents/2024-001/2024-06-11-aoba/"))
    #expect(page.contains("<a href=\"/incidents/2024-001/\">＃２０２４－００１</a>と#2024-777"))
    #expect(fixture.findings().contains("content/incidents/a.md:8:11 warning unknown-incident"))
  }

  @Test("links to sources lead to what they become, and a target that is not there is an error")
  func links() throws {
    let fixture = try ArchiveFixture([
      "incidents/x/a.md": Sample.notice(
        body: "[図](図.png) [組織](../../organizations/aoba.md#h) [無](missing.md)"), "incidents/x/図.png": "1",
      "organizations/aoba.md": Sample.named("青葉市", reading: "あおばし"),
    ])
    let (site, _) = fixture.load()
    let item = try #require(site?.plan.items.first { $0.url.path == "/incidents/2024-001/2024-06-11-aoba/" })
    var html: [UInt8] = []
    try site?.make(item, into: &html)
    let page = String(decoding: html, as: UTF8.self)
    #expect(
      page.contains(
        "<a href=\"/incidents/2024-001/%E5%9B%B3.png\">図</a> <a href=\"/organizations/aoba/#h\">組織</a>"))
    #expect(fixture.findings() == ["content/incidents/x/a.md:8:52 error missing-link-target"])
  }
}
