import Foundation
import TestSupport
import Testing

@testable import Casebook

struct VerifyCommandTests {
  private let fixture: ArchiveFixture

  init() throws {
    fixture = try ArchiveFixture(["incidents/a.md": Sample.notice(publisher: "青葉市")])
    try fixture.build()
  }

  @Test("a built archive is as its manifest says, also with files of others in it")
  func sound() throws {
    try fixture.write("example.jp", "public/CNAME")
    let run = try CommandRun(["verify", fixture.root + "/public"])
    #expect(run.status == 0 && run.output.hasSuffix("as the manifest says, 1 other file beside them\n"))
  }

  @Test("one changed byte, a file that is gone and one that is longer are each named")
  func changed() throws {
    let page = "public/incidents/2024-001/2024-06-11-青葉市/index.html"
    let text = try #require(fixture.text(page))
    try fixture.write(text.replacing("2024", with: "2025", maxReplacements: 1), page)
    try fixture.write((fixture.text("public/index.html") ?? "") + " ", "public/index.html")
    try fixture.remove("public/404.html")
    let run = try CommandRun(["verify", fixture.root + "/public"])
    #expect(run.status == 1)
    #expect(
      run.errors == """
        error: '404.html' is missing
        error: 'incidents/2024-001/2024-06-11-青葉市/index.html' is not as it was built
        error: 'index.html' is not as it was built

        """)
    #expect(run.output.hasPrefix("3 of "))
  }
}
