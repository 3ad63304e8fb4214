import Casebook
import Foundation
import TestSupport
import Testing

@testable import CasebookPreview

@Suite("The preview follows the files")
struct FollowingTests {
  private static let notice = "content/incidents/2024-001/a.md"
  private static let address = "/incidents/2024-001/2024-06-11-aoba/"

  private func preview(isPolling: Bool = false) throws -> RunningPreview {
    try RunningPreview(
      ArchiveFixture(
        ["incidents/2024-001/a.md": Sample.notice(body: "初めの本文")],
        templates: ["assets/style.css": "p { color: red }"]), isPolling: isPolling)
  }

  /// A field of the last event of some events.
  private func field(_ name: String, _ events: String) throws -> String {
    let line = try #require(events.split(separator: "\n").last { $0.hasPrefix("data: ") })
    let object = try JSONSerialization.jsonObject(with: Data(line.dropFirst(6).utf8))
    return try #require((object as? [String: Any])?[name] as? String)
  }

  @Test("a request right after a save gets the saved text, and the page's readers are told")
  func save() throws {
    let preview = try preview()
    let before = try preview.answer(Self.address)
    let listener = try preview.listener(to: Self.address)
    try preview.archive.write(Sample.notice(body: "次の本文"), Self.notice)
    let after = try preview.answer(Self.address)
    #expect(before.contains("初めの本文"))
    #expect(after.contains("次の本文"))
    let digest = try field("digest", listener.read(until: "}\n\n"))
    #expect(after.contains("data-digest=\"\(digest)\""))
    #expect(!before.contains(digest))
    #expect(
      preview.says { $0.wholeMatch(of: /changed content\/incidents\/2024-001\/a\.md: [0-9,]+ ms/) != nil })
  }

  @Test("saves by renaming and in halves never show half a file")
  func halves() throws {
    let preview = try preview()
    _ = try preview.answer("/")
    let path = preview.archive.root + "/" + Self.notice
    for number in 1...5 {
      try preview.archive.write(Sample.notice(body: "本文\(number)"), "content/incidents/2024-001/a.md.tmp")
      rename(path + ".tmp", path)
    }
    let text = Array(Sample.notice(body: "終わりの本文").utf8)
    let file = open(path, O_WRONLY | O_TRUNC)
    _ = write(file, text, 20)
    usleep(30_000)
    _ = text.withUnsafeBytes { write(file, $0.baseAddress.map { $0 + 20 }, text.count - 20) }
    close(file)
    #expect(try preview.answer(Self.address).contains("終わりの本文"))
    #expect(!preview.terminal.contains { $0.contains("error") || $0.contains(".tmp") })
  }

  @Test("an error is told with its place, the last good page stays, and it goes with the mending")
  func errors() throws {
    let preview = try preview()
    let good = try preview.answer(Self.address)
    let listener = try preview.listener(to: Self.address)
    try preview.archive.write(Sample.notice("2024-001", "colour: <b>red</b>"), Self.notice)
    let broken = listener.read(until: "}\n\n")
    #expect(try field("problems", broken).contains("\(Self.notice):6:1: error: unknown key 'colour'"))
    #expect(good.contains("data-digest=\"\(try field("digest", broken))\""))
    #expect(try preview.answer(Self.address).contains("初めの本文"))
    #expect(preview.says { $0.contains("error: unknown key 'colour'") })
    try preview.archive.write(Sample.notice(body: "治った本文"), Self.notice)
    #expect(try field("problems", listener.read(until: "}\n\n")) == "")
    #expect(try preview.answer(Self.address).contains("治った本文"))
  }

  @Test("an error in one page's text is told there at once, over its last good state")
  func pageErrors() throws {
    let preview = try preview()
    _ = try preview.answer(Self.address)
    try preview.archive.write(Sample.notice(body: "[先](missing.md)"), Self.notice)
    #expect(try preview.answer(Self.address).contains("初めの本文"))
    let client = try RawClient(port: preview.port)
    client.get("/_casebook/events?page=\(Self.address)")
    #expect(client.read(until: "}\n\n").contains("[missing-link-target]"))
  }

  @Test("a template error is told, and a style sheet changes without the page")
  func templates() throws {
    let preview = try preview()
    let listener = try preview.listener(to: "/")
    let page = try preview.answer("/")
    try preview.archive.write("p { color: blue }", "templates/assets/style.css")
    let styled = listener.read(until: "}\n\n")
    #expect(page.contains("data-digest=\"\(try field("digest", styled))\""))
    #expect(!page.contains("/assets/style.") || styled.contains("/assets/style."))
    try preview.archive.write("{{#open}}", "templates/home.mustache")
    #expect(try field("problems", listener.read(until: "}\n\n")).contains("templates/home.mustache:1:"))
  }

  @Test("an archive that starts with errors shows its first page when they are mended")
  func brokenStart() throws {
    let archive = try ArchiveFixture(site: "title: x\n")
    let preview = try RunningPreview(archive)
    #expect(try preview.answer("/").hasPrefix("HTTP/1.1 500 "))
    try archive.write(Sample.site, "content/site.yaml")
    #expect(try preview.answer("/").hasPrefix("HTTP/1.1 200 "))
  }

  @Test("without anything that tells of changes they are looked for")
  func polling() throws {
    let preview = try preview(isPolling: true)
    let listener = try preview.listener(to: Self.address)
    try preview.archive.write(Sample.notice(body: "次の本文"), Self.notice)
    _ = listener.read(until: "}\n\n")
    #expect(try preview.answer(Self.address).contains("次の本文"))
  }
}
