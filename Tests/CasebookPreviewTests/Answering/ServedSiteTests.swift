import Casebook
import Foundation
import TestSupport
import Testing

@testable import CasebookPreview

@Suite("The served site")
struct ServedSiteTests {
  private static let notice = "incidents/2024-001/a.md"
  private static let address = "/incidents/2024-001/2024-06-11-aoba/"

  private func preview(_ notice: String = Sample.notice(), site: String = Sample.site) throws
    -> RunningPreview
  {
    try RunningPreview(
      ArchiveFixture(
        site: site, [Self.notice: notice, "static/film.mp4": "0123456789", "static/a/b.txt": "b"]))
  }

  @Test("a page is what a build writes, and the preview's script before the end of its body")
  func page() throws {
    let preview = try preview()
    let built = try #require(try preview.archive.page(Self.address))
    let answer = try preview.answer(Self.address)
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(answer.contains("\r\nContent-Type: text/html; charset=utf-8\r\n"))
    #expect(answer.contains("\r\nCache-Control: no-store\r\n"))
    #expect(answer.contains("\r\nX-Content-Type-Options: nosniff\r\n"))
    #expect(!answer.contains("Access-Control"))
    let body = try #require(answer.firstRange(of: "\r\n\r\n")).upperBound
    let script = /<script src="\/_casebook\/preview\.js" defer data-digest="[0-9a-f]+"><\/script>\n/
    #expect(answer[body...].replacing(script, with: "") == built)
    #expect(answer[body...].contains(script))
  }

  @Test("the search page finds its index")
  func search() throws {
    let preview = try preview()
    #expect(try preview.answer("/search/?q=%E6%BC%8F").hasPrefix("HTTP/1.1 200 OK\r\n"))
    for path in ["/search/pairs/0.bin", "/search/records/0.json", "/opensearch.xml"] {
      let answer = try preview.answer(path + "?v=1")
      #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(!answer.contains("preview.js"))
    }
  }

  @Test("HEAD has the head of GET and nothing else")
  func head() throws {
    let preview = try preview()
    let get = try preview.answer("/")
    let head = try preview.answer("/", method: "HEAD")
    let end = try #require(get.firstRange(of: "\r\n\r\n")).upperBound
    let date = /Date: [^\r]*/
    #expect(head.replacing(date, with: "") == String(get[..<end]).replacing(date, with: ""))
  }

  @Test(
    "an address without its slash, or with index.html, leads to the page; others to the archive's own 404")
  func addresses() throws {
    let preview = try preview(site: Sample.site(base: "https://example.jp/archive/"))
    #expect(try preview.answer("/").contains("\r\nLocation: /archive/\r\n"))
    #expect(try preview.answer("/archive/incidents").contains("\r\nLocation: /archive/incidents/\r\n"))
    #expect(try preview.answer("/archive/incidents/index.html").hasPrefix("HTTP/1.1 200 OK"))
    let missing = try preview.answer("/archive/nothing/")
    #expect(missing.hasPrefix("HTTP/1.1 404 Not Found"))
    #expect(
      missing.contains(try #require(preview.archive.page("/404.html")?.split(separator: "</body>").first)))
    #expect(try preview.answer("/incidents/").hasPrefix("HTTP/1.1 404 Not Found"))
  }

  @Test("files that are no pages are served as they are, with their types")
  func files() throws {
    let preview = try preview()
    let text = try preview.answer("/a/b.txt")
    #expect(text.contains("\r\nContent-Type: text/plain; charset=utf-8\r\n"))
    #expect(text.hasSuffix("\r\n\r\nb"))
    #expect(try preview.answer("/feed.xml").contains("\r\nContent-Type: application/xml\r\n"))
  }

  @Test("a part of a film, and what is behind its end")
  func ranges() throws {
    let preview = try preview()
    let part = try preview.answer("/film.mp4", "Range: bytes=2-4\r\n")
    #expect(part.hasPrefix("HTTP/1.1 206 Partial Content"))
    #expect(part.contains("\r\nContent-Range: bytes 2-4/10\r\n"))
    #expect(part.contains("\r\nContent-Length: 3\r\n"))
    #expect(part.hasSuffix("\r\n\r\n234"))
    let behind = try preview.answer("/film.mp4", "Range: bytes=10-\r\n")
    #expect(behind.hasPrefix("HTTP/1.1 416 "))
    #expect(behind.contains("\r\nContent-Range: bytes */10\r\n"))
    let conditional = try preview.answer("/film.mp4", "Range: bytes=2-4\r\nIf-Range: \"x\"\r\n")
    #expect(conditional.hasPrefix("HTTP/1.1 200 OK"))
  }

  @Test("drafts and notices of the future are shown and marked, on their page and where they are linked")
  func marks() throws {
    let archive = try ArchiveFixture([
      Self.notice: Sample.notice("2024-001", "draft: true"),
      "incidents/2024-002/b.md": Sample.notice("2024-002", published: "2031-01-02"),
      "incidents/2024-003/c.md": Sample.notice("2024-003"),
    ])
    let preview = try RunningPreview(archive)
    #expect(try preview.answer(Self.address).contains("data-mark=\"下書き\""))
    #expect(try preview.answer("/incidents/2024-001/").contains("data-mark=\"下書き\""))
    #expect(
      try preview.answer("/incidents/2024-002/2031-01-02-aoba/").contains("data-mark=\"2031-01-02 公開予定\""))
    #expect(try !preview.answer("/incidents/2024-003/").contains("data-mark"))
    let client = try RawClient(port: preview.port)
    client.get("/_casebook/events?page=/")
    #expect(client.read(until: "}\n\n").contains("\"\(Self.address)\":\"下書き\""))
  }
}
