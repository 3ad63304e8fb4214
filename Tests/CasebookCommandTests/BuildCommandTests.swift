import Foundation
import TestSupport
import Testing

@testable import Casebook

struct BuildCommandTests {
  private let fixture: ArchiveFixture

  init() throws {
    fixture = try ArchiveFixture([
      "organizations/aoba.md": Sample.named("青葉市", reading: "あおばし"), "incidents/a.md": Sample.notice(),
    ])
  }

  @Test("a build exits 0 and says last what it built; the next one writes nothing anew")
  func closingLine() throws {
    let first = try CommandRun(["build", fixture.root])
    #expect(first.status == 0 && first.errors == "")
    let line = try #require(
      try /^1 notice, 1 incident, (\d+) pages in \d+\.\d s \((\d+) written, 0 unchanged\)\n$/.wholeMatch(
        in: first.output))
    let pages = try fixture.files(in: "public").keys.filter { $0.hasSuffix(".html") }
    #expect(Int(line.1) == pages.count)
    let second = try CommandRun(["build", fixture.root])
    #expect(second.output.contains("(0 written, \(line.2) unchanged)"))
  }

  @Test("without a folder the current one is the archive, and public/ in it the output")
  func currentFolder() throws {
    #expect(try CommandRun(["build"], in: fixture.root).status == 0)
    #expect(fixture.text("public/index.html") != nil)
    let verified = try CommandRun(["verify"], in: fixture.root)
    #expect(verified.status == 0 && verified.output.hasSuffix(" files as the manifest says\n"))
  }

  @Test(
    "a mistyped key ends in 1 with its place and the word that is meant, and leaves the old archive as it was"
  )
  func mistypedKey() throws {
    try fixture.build()
    let before = try fixture.files(in: "public")
    try fixture.write(Sample.notice().replacing("published:", with: "publishd:"), "content/incidents/a.md")
    let run = try CommandRun(["build", fixture.root])
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "content/incidents/a.md:4:1: error: unknown key 'publishd' [unknown-key]\n  publishd: 2024-06-11\n  ^~~~~~~~\n"
      ))
    #expect(run.errors.contains("hint: did you mean 'published'?"))
    #expect(run.output == "2 errors; nothing was written\n")
    #expect(try fixture.files(in: "public") == before)
  }

  @Test("a mistyped name in a template ends in 1 with its place before anything is written")
  func mistypedName() throws {
    try fixture.write(
      "{{<layout}}\n{{$content}}\n<h1>{{titel}}</h1>\n{{/content}}\n{{/layout}}\n", "templates/page.mustache")
    let run = try CommandRun(["build", fixture.root])
    #expect(run.status == 1)
    #expect(run.errors.contains("templates/page.mustache:3:5: error: unknown name 'titel' [unknown-name]"))
    #expect(run.errors.contains("did you mean 'title'?"))
    #expect(!FileManager.default.fileExists(atPath: fixture.root + "/public"))
  }

  @Test("check reports what a build would, and writes nothing")
  func check() throws {
    let good = try CommandRun(["check", fixture.root])
    #expect(good.status == 0 && good.output.hasSuffix("(checked, nothing written)\n"))
    try fixture.write(Sample.notice(body: "[無](missing.md)"), "content/incidents/a.md")
    let bad = try CommandRun(["check", fixture.root])
    #expect(bad.status == 1 && bad.errors.contains("[missing-link-target]"))
    let build = try CommandRun(["build", fixture.root])
    #expect(build.status == 1 && build.errors == bad.errors)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: fixture.root).filter { !$0.hasPrefix(".") }.sorted()
        == ["content", "templates"])
  }

  @Test("warnings do not stop a build, unless it is strict")
  func strict() throws {
    try fixture.write(Sample.notice(body: "#2024-777 を参照。"), "content/incidents/a.md")
    let relaxed = try CommandRun(["build", fixture.root])
    #expect(relaxed.status == 0 && relaxed.errors.contains("warning: there is no incident #2024-777"))
    let strict = try CommandRun(["build", fixture.root, "--strict"])
    #expect(strict.status == 1 && strict.errors.contains("error: there is no incident #2024-777"))
  }

  @Test("with --format json, standard output is one JSON object and nothing else")
  func json() throws {
    try fixture.write(Sample.notice(published: "2024-02-30"), "content/incidents/a.md")
    let run = try CommandRun(["check", fixture.root, "--format", "json"])
    let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let finding = try #require((report["diagnostics"] as? [[String: Any]])?.first)
    #expect(finding["path"] as? String == "content/incidents/a.md" && finding["line"] as? Int == 4)
    #expect(finding["column"] as? Int == 12 && finding["code"] as? String == "invalid-date")
    #expect(run.status == 1 && run.errors == "1 error; nothing was written\n")
  }

  @Test("with --format github, findings are annotations on standard output")
  func github() throws {
    try fixture.write(Sample.notice(published: "2024-02-30"), "content/incidents/a.md")
    let run = try CommandRun(["build", fixture.root, "--format", "github"])
    #expect(
      run.status == 1
        && run.output.hasPrefix(
          "::error file=content/incidents/a.md,line=4,col=12,endColumn=22,title=invalid-date::")
    )
  }

  @Test("options choose the output, the address, and what is due")
  func options() throws {
    try fixture.write(Sample.notice("2024-002", "draft: true"), "content/incidents/b.md")
    try fixture.write(Sample.notice("2024-003", published: "2024-12-24"), "content/incidents/c.md")
    func build(_ options: String...) throws -> String {
      let run = try CommandRun(["build", fixture.root, "--output", fixture.root + "/site"] + options)
      #expect(run.status == 0, "\(run.errors)")
      return run.output
    }
    #expect(try build("--now", "2024-12-23").hasPrefix("1 notice, "))
    #expect(try build("--now", "令和6年12月24日").hasPrefix("2 notices, "))
    #expect(try build("--now", "2024-12-23", "--future", "--drafts").hasPrefix("3 notices, "))
    _ = try build("--now", "2024-12-23", "--base-url", "https://other.example/sub/")
    #expect(fixture.text("site/index.html")?.contains("href=\"https://other.example/sub/\"") == true)
    #expect(!FileManager.default.fileExists(atPath: fixture.root + "/public"))
  }

  @Test("SOURCE_DATE_EPOCH fixes what today is, and one that is no time is an error")
  func epoch() throws {
    func run(_ epoch: String) throws -> CommandRun {
      try CommandRun(["check", fixture.root], environment: ["SOURCE_DATE_EPOCH": epoch])
    }
    // 2024-06-10T14:59:59Z, a second before the notice's day begins in Asia/Tokyo.
    #expect(try run("1718031599").output.hasPrefix("0 notices, "))
    #expect(try run("1718031600").output.hasPrefix("1 notice, "))
    let wrong = try run("yesterday")
    #expect(wrong.status == 1 && wrong.errors.contains("SOURCE_DATE_EPOCH is 'yesterday', which is no time"))
  }

  @Test("two builds by the command are the same bytes with any number of jobs")
  func identical() throws {
    for (jobs, folder) in [("1", "one"), ("4", "four")] {
      #expect(
        try CommandRun(["build", fixture.root, "--jobs", jobs, "--output", fixture.root + "/" + folder])
          .status == 0)
    }
    #expect(try fixture.files(in: "one") == fixture.files(in: "four"))
  }
}
