import Foundation
import TestSupport
import Testing

@testable import Casebook

@Suite(.serialized)
struct InterruptedBuildTests {
  @Test(
    "killed at any moment, twenty times, the output is one archive or the other in full, and the next build goes on",
    .timeLimit(.minutes(10)))
  func killed() throws {
    let fixture = try LargeArchive.make(notices: 60)
    let clock = ContinuousClock()
    let started = clock.now
    try #require(try CommandRun(["build", fixture.root]).status == 0)
    let whole = clock.now - started
    for attempt in 1...20 {
      try fixture.write(LargeArchive.site(title: "第\(attempt)版"), "content/site.yaml")
      let delay = try killBuild(of: fixture, within: whole)
      let verified = try CommandRun(["verify", fixture.root + "/public"])
      #expect(verified.status == 0, "killed after \(delay): \(verified.errors)")
      let titles = Set(
        try fixture.files(in: "public").filter { $0.key.hasSuffix(".html") }.values.map(Self.title))
      #expect(titles.count == 1, "killed after \(delay): \(titles)")
    }
    #expect(try CommandRun(["build", fixture.root]).status == 0)
    #expect(fixture.text("public/index.html")?.contains("第20版") == true)
    let kept = try FileManager.default.contentsOfDirectory(atPath: fixture.root + "/public.staging")
    #expect(kept.sorted() == ["casebook-staging", "record", "sources", "spare"])
  }

  @Test(
    "killed at any moment of a build after one edit, twenty times, every page shows the edit or none does",
    .timeLimit(.minutes(10)))
  func killedAfterOneEdit() throws {
    let fixture = try LargeArchive.make(notices: 60)
    func edit(_ attempt: Int) throws {
      try fixture.write(
        Sample.notice("2024-030", title: "第\(attempt)稿", publisher: "組織1"), "content/incidents/030.md")
    }
    try edit(0)
    for _ in 1...2 { try #require(try CommandRun(["build", fixture.root]).status == 0) }
    let clock = ContinuousClock()
    let started = clock.now
    try edit(1)
    try #require(try CommandRun(["build", fixture.root]).status == 0)
    let whole = clock.now - started
    for attempt in 2...21 {
      try edit(attempt)
      let delay = try killBuild(of: fixture, within: whole)
      let verified = try CommandRun(["verify", fixture.root + "/public"])
      #expect(verified.status == 0, "killed after \(delay): \(verified.errors)")
      let drafts = Set(
        try fixture.files(in: "public").filter { $0.key.hasSuffix(".html") }.values.flatMap { html in
          String(decoding: html, as: UTF8.self).matches(of: /第\d+稿/).map { String($0.0) }
        })
      #expect(drafts.count == 1, "killed after \(delay): \(drafts)")
    }
    #expect(try CommandRun(["build", fixture.root]).status == 0)
    #expect(fixture.text("public/incidents/2024-030/index.html")?.contains("第21稿") == true)
  }

  /// Starts a build and kills it at a random moment; gives the moment.
  private func killBuild(of fixture: ArchiveFixture, within whole: Duration) throws -> Duration {
    let process = try CommandRun.process(["build", fixture.root])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let delay = whole * Double.random(in: 0...1.1)
    usleep(UInt32(delay / .microseconds(1)))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return delay
  }

  /// What stands at the end of every page's `<title>`.
  private static func title(_ html: Data) -> Substring {
    let text = String(decoding: html, as: UTF8.self)
    return text.firstMatch(of: /<title>(?:[^<]*\| )?([^<]*)<\/title>/)?.1 ?? ""
  }
}
