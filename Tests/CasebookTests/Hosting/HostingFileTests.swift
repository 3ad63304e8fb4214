import TestSupport
import Testing

@testable import Casebook

/// Files for web servers and hosts.
struct HostingFileTests {
  private func fixture(_ keys: String = "", base: String = "https://example.jp/sub/") throws -> ArchiveFixture
  {
    try ArchiveFixture(
      site: Sample.site(keys, base: base),
      [
        "incidents/2024-001/a.md": Sample.notice("2024-001", "aliases: [/old, /古い/, /a$b/]"),
        "organizations/aoba.md": Sample.named("青葉市", reading: "あおばし"),
      ])
  }

  @Test("_headers names paths below the base, and no rule for all files sets a cache time")
  func headers() throws {
    let text = try #require(try fixture().page("/_headers"))
    let rules = text.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(rules.first == "/sub/*")
    #expect(rules.allSatisfy { $0.hasPrefix("/sub/") })
    let parts = text.split(separator: "/sub/assets/*\n")
    #expect(parts.count == 2)
    #expect(!parts[0].contains("Cache-Control"))
    #expect(parts[1].hasPrefix("  Cache-Control: public, max-age=31536000, immutable\n"))
  }

  @Test("the policy allows nothing inline")
  func policy() throws {
    let text = try #require(try fixture().page("/_headers"))
    #expect(text.contains("default-src 'none'"))
    #expect(!text.contains("unsafe"))
  }

  @Test("_redirects has every alias, percent-encoded, below the base")
  func redirects() throws {
    let target = "/sub/incidents/2024-001/2024-06-11-aoba/"
    #expect(
      try fixture().page("/_redirects")
        == "/sub/old/ \(target) 301\n/sub/%E5%8F%A4%E3%81%84/ \(target) 301\n/sub/a%24b/ \(target) 301\n")
  }

  @Test("nginx.conf has the same headers and redirects, with paths as nginx compares them")
  func nginx() throws {
    let text = try #require(try fixture(base: "https://example.jp/a.b/").page("/nginx.conf"))
    for (name, value) in ResponseHeaders.common {
      #expect(text.contains("add_header \(name) \"\(value)\" always;\n"))
    }
    #expect(text.contains(#"if ($uri ~ "^/a\.b/assets/")"#))
    #expect(text.contains(#"if ($uri ~ "^/a\.b/feed\.xml$")"#))
    #expect(
      text.contains(#"location = "/a.b/古い/" { return 301 "/a.b/incidents/2024-001/2024-06-11-aoba/"; }"#))
    #expect(!text.contains("gzip_static"))
    #expect(try fixture("outputs: {gzip: true}").page("/nginx.conf")?.contains("gzip_static on;\n") == true)
  }

  @Test("outputs without hosting has none of them, but a site map and robots.txt")
  func off() throws {
    let paths = Set(try fixture("outputs: {hosting: false}").site().plan.items.map(\.url.path))
    #expect(paths.isDisjoint(with: ["/_headers", "/_redirects", "/nginx.conf", "/.nojekyll"]))
    #expect(paths.isSuperset(of: ["/robots.txt", "/sitemap.xml", "/site.webmanifest"]))
  }

  @Test("a file of the archive's own takes the place of one that would be made")
  func own() throws {
    let fixture = try fixture()
    try fixture.write("User-agent: *\nDisallow: /\n", "content/static/robots.txt")
    try fixture.write("/*\n  X-Own: 1\n", "content/static/_headers")
    let items = try fixture.site().plan.items.filter { ["/robots.txt", "/_headers"].contains($0.url.path) }
    #expect(
      items.map(\.content) == [
        .copy(of: "content/static/_headers"), .copy(of: "content/static/robots.txt"),
      ])
  }

  @Test("robots.txt gives the whole address of the site map")
  func robots() throws {
    #expect(
      try fixture().page("/robots.txt")?.hasSuffix("\nSitemap: https://example.jp/sub/sitemap.xml\n") == true)
  }

  @Test("the web manifest names the icons that are there")
  func icons() throws {
    let fixture = try fixture()
    #expect(try fixture.page("/site.webmanifest")?.contains("icon-") == false)
    try fixture.write([0], "content/static/icon-192.png")
    let text = try #require(try fixture.page("/site.webmanifest"))
    #expect(text.contains("\"/sub/icon-192.png\""))
    #expect(!text.contains("icon-512"))
  }
}
