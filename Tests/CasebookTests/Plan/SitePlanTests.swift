import TestSupport
import Testing

@testable import Casebook

struct SitePlanTests {
  private func addresses(_ fixture: ArchiveFixture) throws -> [String] {
    try fixture.site().plan.items.map(\.url.path).filter { !$0.hasPrefix("/assets/") }.sorted()
  }

  @Test("every kind of document has the address that the design gives it")
  func addresses() throws {
    let fixture = try ArchiveFixture([
      "incidents/2024-217/a.md": Sample.notice("2024-217", "tags: [ransomware]"),
      "incidents/2024-217/b.md": Sample.notice("2024-217", "slug: second"),
      "organizations/aoba.md": Sample.named("青葉市", reading: "あおばし"),
      "tags/ransomware.md": Sample.named("ランサムウェア"),
      "articles/windows-11.md": Sample.article("初期設定"), "pages/about.md": Sample.page("案内"),
      "pages/about/policy.md": Sample.page("方針"),
      "static/CNAME": "example.jp\n", "incidents/2024-217/図.png": "png",
    ])
    #expect(
      try Set(addresses(fixture)).isSuperset(of: [
        "/", "/404.html", "/CNAME", "/about/", "/about/policy/", "/articles/", "/articles/windows-11/",
        "/incidents/", "/incidents/2024-217/",
        "/incidents/2024-217/2024-06-11-aoba/", "/incidents/2024-217/second/", "/incidents/2024-217/図.png",
        "/incidents/2024/", "/organizations/",
        "/organizations/aoba/", "/tags/", "/tags/ransomware/",
      ]))
  }

  @Test("an empty archive has its indexes and no year")
  func empty() throws {
    let addresses = try addresses(ArchiveFixture())
    let indexes: Set = ["/", "/404.html", "/articles/", "/incidents/", "/organizations/", "/tags/"]
    #expect(indexes.isSubset(of: addresses))
    #expect(addresses.filter { $0.hasPrefix("/incidents/") } == ["/incidents/"])
  }

  @Test("a long list has as many pages as it needs, and the first has the list's own address")
  func paging() throws {
    let fixture = try ArchiveFixture(site: Sample.site("page_size: 2"))
    for number in 1...5 {
      try fixture.write(Sample.notice("2024-00\(number)"), "content/incidents/\(number).md")
    }
    let addresses = try addresses(fixture)
    for list in ["/incidents/", "/incidents/2024/", "/organizations/aoba/"] {
      #expect(addresses.filter { $0.hasPrefix(list + "page/") } == [list + "page/2/", list + "page/3/"])
      #expect(addresses.contains(list))
    }
    #expect(
      try fixture.page("/incidents/")?.contains("page: 1 of 3\nnext page: /incidents/page/2/\n") == true)
    let last = try #require(try fixture.page("/incidents/2024/page/3/"))
    #expect(
      last.contains("incident: /incidents/2024-005/")
        && last.contains("previous page: /incidents/2024/page/2/") && !last.contains("next page"))
  }

  @Test(
    "a list that ends with its page has no empty page after it",
    arguments: [(0, 1), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
  func pageCount(_ count: Int, _ pages: Int) {
    let paging = Paging(count: count, pageSize: 2)
    #expect(paging.pageCount == pages)
    #expect((1...pages).flatMap { Array(paging.range(ofPage: $0)) } == Array(0..<count))
  }

  @Test("an alias redirects; without an ending it is a folder, as servers serve it")
  func redirects() throws {
    let fixture = try ArchiveFixture(
      site: Sample.site(base: "https://example.jp/archive/"),
      [
        "incidents/a.md": Sample.notice("2024-001", "aliases: [/old/a/, /old/b, /old/c.html]"),
        "pages/about.md": Sample.page("案内", "aliases: [/company]"),
      ])
    #expect(
      try addresses(fixture).filter { $0.hasPrefix("/old") || $0.hasPrefix("/company") } == [
        "/company/", "/old/a/", "/old/b/", "/old/c.html",
      ])
    let target = "/archive/incidents/2024-001/2024-06-11-aoba/"
    #expect(try fixture.page("/old/b/")?.contains("to: \(target) https://example.jp\(target)") == true)
    #expect(try fixture.page("/company/")?.contains("to: /archive/about/ ") == true)
  }

  @Test(
    "two documents that claim one address are an error that names both",
    arguments: [
      ("pages/incidents.md", Sample.page("事件"), "content/pages/incidents.md:0:0"),
      ("static/about/index.html", "x", "content/static/about/index.html:0:0"),
      ("pages/About.md", Sample.page("案内"), "content/pages/about.md:0:0"),
      ("articles/x.md", Sample.article("記事", "aliases: [/about/]"), "content/articles/x.md:4:11"),
      ("static/about", "x", "content/static/about:0:0"),
      ("static/404.html", "x", "content/static/404.html:0:0"),
      ("pages/incidents/2024-001.md", Sample.page("事件"), "content/pages/incidents/2024-001.md:0:0"),
      ("incidents/b.md", Sample.notice(), "content/incidents/b.md:0:0"),
    ])
  func collisions(_ path: String, _ text: String, _ place: String) throws {
    let fixture = try ArchiveFixture(["pages/about.md": Sample.page("案内"), "incidents/a.md": Sample.notice()])
    try fixture.write(text, "content/" + path)
    #expect(
      fixture.findings().filter { !$0.contains("unknown-organization") } == ["\(place) error url-collision"])
  }

  @Test("names that differ only in their Unicode form are one address to some file systems, and an error")
  func unicodeForms() throws {
    let fixture = try ArchiveFixture([
      "pages/がいよう.md": Sample.page("一"), "pages/か\u{3099}いよう.md": Sample.page("二"),
    ])
    #expect(fixture.findings().map { $0.split(separator: " ").last } == ["url-collision"])
  }

  @Test("the manifest's own name cannot be taken", arguments: ["manifest.json", "manifest.json/a.txt"])
  func manifest(_ path: String) throws {
    let fixture = try ArchiveFixture()
    try fixture.write("{}", "content/static/" + path)
    #expect(fixture.findings() == ["content/static/\(path):0:0 error url-collision"])
  }

  @Test("Japanese stays Japanese in file names and is percent-encoded in links")
  func percentEncoding() throws {
    let fixture = try ArchiveFixture(["incidents/a.md": Sample.notice(publisher: "青葉市")])
    let page = try #require(try fixture.page("/organizations/青葉市/"))
    #expect(page.contains("notice: /incidents/2024-001/2024-06-11-%E9%9D%92%E8%91%89%E5%B8%82/"))
    #expect(
      page.contains(
        "<link rel=\"canonical\" href=\"https://example.jp/organizations/%E9%9D%92%E8%91%89%E5%B8%82/\">"))
    try fixture.build()
    #expect(fixture.text("public/incidents/2024-001/2024-06-11-青葉市/index.html") != nil)
  }

  @Test("an asset's name changes with its bytes and with nothing else")
  func assets() throws {
    func address(_ css: String) throws -> String {
      let fixture = try ArchiveFixture(templates: ["assets/a.b/style.css": css])
      return try #require(try fixture.site().plan.items.map(\.url.path).first { $0.hasPrefix("/assets/") })
    }
    let first = try address("a {}")
    #expect(first.hasPrefix("/assets/a.b/style.") && first.hasSuffix(".css") && first.count == 32)
    #expect(try address("a {}") == first)
    #expect(try address("b {}") != first)
  }

  @Test("a file beside a document is published beside its page, and one beside hidden documents is not")
  func attachments() throws {
    let fixture = try ArchiveFixture([
      "incidents/2024/x/a.md": Sample.notice("2024-001"), "incidents/2024/x/図.png": "1",
      "incidents/2024/x/資料/表.pdf": "2",
      "incidents/2024/y/b.md": Sample.notice("2024-002", "draft: true"), "incidents/2024/y/秘.png": "3",
      "pages/about.md": Sample.page("案内"),
      "pages/地図.svg": "4",
    ])
    let attachments = try fixture.archive().attachments
    #expect(
      attachments.map(\.target) == ["incidents/2024-001/図.png", "incidents/2024-001/資料/表.pdf", "地図.svg"])
    try fixture.build()
    #expect(fixture.text("public/incidents/2024-001/資料/表.pdf") == "2")
    #expect(
      try fixture.files(in: "public").values.contains { String(decoding: $0, as: UTF8.self) == "3" } == false)
  }
}
