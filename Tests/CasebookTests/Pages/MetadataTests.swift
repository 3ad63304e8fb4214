import Foundation
import TestSupport
import Testing

@testable import Casebook

/// What pages say of themselves in their heads.
struct MetadataTests {
  private func fixture() throws -> ArchiveFixture {
    try ArchiveFixture(
      site: Sample.site(base: "https://example.jp/sub/"),
      [
        "incidents/2024-001/a.md": Sample.notice(
          title: "</script><b>題</b>", published: "2024-06-01",
          """
          tags: [ransomware]
          parties: [{organization: midori, role: processor}]
          source: {url: https://aoba.example/release}
          corrections: [{date: 2024-07-02, change: 誤字}]
          """),
        "incidents/2024-001/b.md": Sample.notice(published: "2024-06-20", publisher: "midori"),
        "organizations/aoba.md": Sample.named("青葉市", reading: "あおばし"),
        "organizations/midori.md": Sample.named("みどり印刷", reading: "みどりいんさつ"),
        "tags/ransomware.md": Sample.named("ランサムウェア", reading: "らんさむうぇあ"),
        "articles/news.md": Sample.article("記事"),
      ])
  }

  private typealias Node = [String: Any]

  /// The nodes of a page's JSON-LD by their types.
  private func nodes(_ path: String) throws -> [String: Node] {
    let html = try #require(try fixture().page(path))
    let match = try #require(html.firstMatch(of: /<script type="application\/ld\+json">(.*)<\/script>/))
    let root = try JSONSerialization.jsonObject(with: Data(match.1.utf8)) as? Node
    #expect(root?["@context"] as? String == "https://schema.org")
    let graph = try #require(root?["@graph"] as? [Node])
    return Dictionary(uniqueKeysWithValues: graph.map { ($0["@type"] as? String ?? "", $0) })
  }

  @Test("an incident is a report with its notices and organizations")
  func incident() throws {
    let report = try #require(try nodes("/incidents/2024-001/")["Report"])
    #expect(report["reportNumber"] as? String == "2024-001")
    #expect(report["url"] as? String == "https://example.jp/sub/incidents/2024-001/")
    #expect(report["datePublished"] as? String == "2024-06-01")
    #expect(report["dateModified"] as? String == "2024-07-02")
    #expect((report["about"] as? [Node])?.compactMap { $0["name"] as? String } == ["青葉市", "みどり印刷"])
    #expect((report["hasPart"] as? [Node])?.count == 2)
  }

  @Test("a notice is an article of its publisher, part of its incident and based on the original release")
  func notice() throws {
    let article = try #require(try nodes("/incidents/2024-001/2024-06-01-aoba/")["Article"])
    #expect(article["headline"] as? String == "</script><b>題</b>")
    #expect((article["author"] as? Node)?["name"] as? String == "青葉市")
    #expect((article["publisher"] as? Node)?["name"] as? String == "試験")
    #expect(article["isBasedOn"] as? String == "https://aoba.example/release")
    #expect(article["keywords"] as? [String] == ["ランサムウェア"])
    #expect(
      (article["isPartOf"] as? [Node])?.first?["@id"] as? String
        == "https://example.jp/sub/incidents/2024-001/")
  }

  @Test("the data page is a dataset with its files")
  func dataset() throws {
    let dataset = try #require(try nodes("/data/")["Dataset"])
    #expect(dataset["dateModified"] as? String == "2024-07-02")
    let urls = (dataset["distribution"] as? [Node])?.compactMap { $0["contentUrl"] as? String } ?? []
    #expect(urls.contains("https://example.jp/sub/data/archive.json"))
    #expect(urls.contains("https://example.jp/sub/data/notices.csv"))
    let paths = try Set(fixture().site().plan.items.map { "https://example.jp/sub" + $0.url.path })
    #expect(paths.isSuperset(of: urls))
  }

  @Test("the way to a page goes from the home page to the page itself")
  func trail() throws {
    let trail = try #require(try nodes("/tags/ransomware/")["BreadcrumbList"])
    let steps = try #require(trail["itemListElement"] as? [Node])
    #expect(steps.map { $0["position"] as? Int } == [1, 2, 3])
    #expect(
      steps.map { $0["item"] as? String } == [
        "https://example.jp/sub/", "https://example.jp/sub/tags/", "https://example.jp/sub/tags/ransomware/",
      ])
  }

  @Test("the home page is a web site, and has no way to it")
  func home() throws {
    #expect(try Set(nodes("/").keys) == ["WebSite"])
  }

  @Test("the home page says how the archive is searched")
  func search() throws {
    let action = try #require(try nodes("/")["WebSite"]?["potentialAction"] as? Node)
    #expect(action["@type"] as? String == "SearchAction")
    #expect(
      (action["target"] as? Node)?["urlTemplate"] as? String
        == "https://example.jp/sub/search/?q={search_term_string}")
    #expect(action["query-input"] as? String == "required name=search_term_string")
  }

  @Test("cards show title, address and, for what has a date, when it was published and changed")
  func openGraph() throws {
    let notice = try #require(try fixture().page("/incidents/2024-001/2024-06-01-aoba/"))
    for line in [
      #"<meta property="og:type" content="article">"#,
      #"<meta property="og:title" content="&lt;/script&gt;&lt;b&gt;題&lt;/b&gt;">"#,
      #"<meta property="og:url" content="https://example.jp/sub/incidents/2024-001/2024-06-01-aoba/">"#,
      #"<meta property="og:locale" content="ja_JP">"#,
      #"<meta property="article:published_time" content="2024-06-01T00:00:00+09:00">"#,
      #"<meta property="article:modified_time" content="2024-07-02T00:00:00+09:00">"#,
    ] { #expect(notice.contains(line)) }
    let list = try #require(try fixture().page("/tags/"))
    #expect(list.contains(#"<meta property="og:type" content="website">"#))
    #expect(!list.contains("article:"))
  }
}
