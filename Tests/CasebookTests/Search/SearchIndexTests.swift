import Foundation
import TestSupport
import Testing

@testable import Casebook

/// The files that the search page reads.
struct SearchIndexTests {
  private func fixture(_ keys: String = "") throws -> ArchiveFixture {
    try ArchiveFixture(
      site: Sample.site(keys, base: "https://example.jp/sub/"),
      [
        "incidents/2024-217/a.md": Sample.notice(
          "2024-217", title: "漏えいについて", published: "2024-06-11",
          """
          summary: 宛名が見えました。
          tags: [ransomware]
          cause: ransomware
          parties: [{organization: midori, role: processor, service: 印刷と発送}]
          affected: [{subject: 納税通知書, count: 3, unit: persons}]
          timeline: [{date: 2024-06-01, event: occurred, note: 暗号化された}]
          """, body: "受託者の**端末**です。"),
        "incidents/2024-218/b.md": Sample.notice("2024-218", title: "誤送信", published: "2024-06-12"),
        "organizations/aoba.md": Sample.named("青葉市", reading: "あおばし", "aliases: [青葉]"),
        "organizations/midori.md": Sample.named("みどり印刷", reading: "みどりいんさつ"),
        "tags/ransomware.md": Sample.named("ランサムウェア", reading: "らんさむうぇあ"),
        "articles/news.md": Sample.article("記事", published: "2024-06-12"),
        "pages/about.md": Sample.page("案内"),
      ])
  }

  private func bytes(_ fixture: ArchiveFixture, _ address: String) throws -> [UInt8] {
    let site = try fixture.site()
    let item = try #require(site.plan.items.first { $0.url.path == address })
    var bytes: [UInt8] = []
    try site.make(item, into: &bytes)
    return bytes
  }

  private struct Record: Decodable, Equatable {
    var kind: String
    var title: String
    var url: String
    var date: String?
    var numbers: [String]?
    var publisher: String?
    var notices: Int?
    var aliases: [String]?
  }

  private struct Records: Decodable {
    var version: String
    var records: [Record]
  }

  private func records(_ fixture: ArchiveFixture) throws -> Records {
    try JSONDecoder().decode(Records.self, from: Data(bytes(fixture, "/search/records/0.json")))
  }

  @Test("names come first, then what has a date, the newest first and a case before its notices, then pages")
  func order() throws {
    #expect(
      try records(fixture()).records.map(\.url) == [
        "/organizations/aoba/", "/organizations/midori/", "/tags/ransomware/", "/incidents/2024-218/",
        "/incidents/2024-218/2024-06-12-aoba/", "/articles/news/", "/incidents/2024-217/",
        "/incidents/2024-217/2024-06-11-aoba/", "/about/",
      ])
  }

  @Test("a record says what a result shows")
  func facts() throws {
    let records = try records(fixture()).records
    #expect(
      records[0]
        == Record(
          kind: "organization", title: "青葉市", url: "/organizations/aoba/", aliases: ["あおばし", "青葉"]))
    #expect(
      records[6]
        == Record(
          kind: "incident", title: "漏えいについて", url: "/incidents/2024-217/", date: "2024-06-11",
          numbers: ["2024-217"], notices: 1))
    #expect(
      records[7]
        == Record(
          kind: "notice", title: "漏えいについて", url: "/incidents/2024-217/2024-06-11-aoba/", date: "2024-06-11",
          numbers: ["2024-217"], publisher: "青葉市"))
  }

  @Test("titles, names, readings and numbers are told from texts")
  func fields() throws {
    let pairs = ReadPairs(try bytes(fixture(), "/search/pairs/0.bin"))
    #expect(pairs.keys == pairs.keys.sorted())
    #expect(pairs.names["青葉"] == [0, 4, 7])
    #expect(pairs.names["おば"] == [0])
    #expect(pairs.names["漏え"] == [6, 7])
    #expect(pairs.names["4-2"] == [3, 4, 6, 7])
    #expect(pairs.names["市"] == [0, 4, 7])
    #expect(pairs.texts["漏え"] ?? [] == [])
    #expect(pairs.texts["の端"] == [7])
  }

  @Test(
    "a notice is found by what its page says beside the text",
    arguments: ["宛名", "らん", "印刷", "納税", "暗号", "みど"])
  func page(_ pair: String) throws {
    let pairs = ReadPairs(try bytes(fixture(), "/search/pairs/0.bin"))
    #expect(pairs.texts[pair]?.contains(7) == true)
  }

  @Test("the page knows the version that the records have; another text is another version")
  func version() throws {
    let fixture = try fixture()
    let version = try records(fixture).version
    #expect(try fixture.page("/search/")?.contains("&quot;version&quot;:&quot;\(version)&quot;") == true)
    #expect(try fixture.page("/search/")?.contains("&quot;folder&quot;:&quot;/sub/search/&quot;") == true)
    try fixture.write(
      Sample.article("記事", published: "2024-06-12", body: "記車です。"), "content/articles/news.md")
    #expect(try records(fixture).version != version)
  }

  @Test(
    "a long text is spread over shards, each pair in the one that its hash names, whatever the number of jobs"
  )
  func shards() throws {
    let fixture = try fixture()
    let scalars = (0x4E00..<0x4E00 + 18_000).compactMap(Unicode.Scalar.init)
    let long = String(String.UnicodeScalarView(scalars))
    for number in 1...6 {
      try fixture.write(
        Sample.notice("2024-30\(number)", publisher: "aoba", body: long), "content/incidents/\(number).md")
    }
    let addresses = try fixture.site().plan.items.map(\.url.path).filter { $0.hasPrefix("/search/pairs/") }
    #expect(addresses.count == 4)
    var count = 0
    for (shard, address) in addresses.enumerated() {
      let pairs = ReadPairs(try bytes(fixture, address))
      #expect(pairs.keys.allSatisfy { PostingTable.shard(of: $0, bits: 2) == shard })
      count += pairs.keys.count
      fixture.request.jobs = 1
      let alone = try bytes(fixture, address)
      fixture.request.jobs = 7
      #expect(try bytes(fixture, address) == alone)
    }
    #expect(count > 18_000)
  }

  @Test("a body that grows over the border of a shard makes another plan in the preview too")
  func revised() throws {
    let fixture = try fixture()
    var loader = SiteLoader(fixture.request)
    var diagnostics: [Diagnostic] = []
    let before = loader.load(&diagnostics)
    #expect(before?.plan.items.count { $0.url.path.hasPrefix("/search/pairs/") } == 1)
    let path = "content/incidents/2024-218/b.md"
    let body = String(repeating: "同じ文です。", count: 20_000)
    try fixture.write(
      Sample.notice("2024-218", title: "誤送信", published: "2024-06-12", body: body), path)
    let after = loader.load(after: .paths([path]), &diagnostics)
    #expect(after?.plan.items.count { $0.url.path.hasPrefix("/search/pairs/") } == 4)
  }

  @Test("without the search there is no page, no index, nothing for browsers, and no link")
  func off() throws {
    let fixture = try fixture("outputs: {search: false}")
    let paths = try fixture.site().plan.items.map(\.url.path)
    #expect(paths.filter { $0.hasPrefix("/search/") || $0 == "/opensearch.xml" } == [])
    #expect(try fixture.page("/")?.contains("search") == false)
  }
}
