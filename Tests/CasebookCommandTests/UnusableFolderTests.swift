import Foundation
import TestSupport
import Testing

@testable import Casebook

/// What ends in 2: an archive or an output folder that cannot be used.
struct UnusableFolderTests {
  private let fixture: ArchiveFixture

  init() throws {
    fixture = try ArchiveFixture(["incidents/a.md": Sample.notice()])
  }

  @Test(
    "a folder that is no archive is named, with what it should hold", arguments: ["content", "templates"])
  func noArchive(_ folder: String) throws {
    try fixture.remove(folder)
    for command in ["build", "check"] {
      let run = try CommandRun([command, fixture.root])
      #expect(run.status == 2)
      #expect(run.errors.hasPrefix("error: there is no folder '\(folder)' in '\(fixture.root)'\n  hint: "))
    }
  }

  @Test("a folder with files of others is refused, and taken with --force, which keeps them")
  func foreignOutput() throws {
    try fixture.write("mine", "site/notes.txt")
    let arguments = ["build", fixture.root, "--output", fixture.root + "/site"]
    let refused = try CommandRun(arguments)
    #expect(refused.status == 2 && refused.errors.contains("--force"))
    #expect(try fixture.files(in: "site").keys.sorted() == ["notes.txt"])
    #expect(try CommandRun(arguments + ["--force"]).status == 0)
    #expect(fixture.text("site/notes.txt") == "mine" && fixture.text("site/index.html") != nil)
  }

  @Test(
    "an output inside content/ or templates/, or around them, is refused",
    arguments: ["content", "content/site", "templates", "."])
  func outputInContent(_ output: String) throws {
    let run = try CommandRun(["build", ".", "--output", output, "--force"], in: fixture.root)
    #expect(run.status == 2, "\(run.errors)")
    #expect(fixture.text("content/site.yaml") != nil && fixture.text("templates/layout.mustache") != nil)
  }

  @Test("a second build of one output is turned away while the first holds the lock")
  func locked() throws {
    try fixture.write("", ".public.lock")
    let descriptor = open(fixture.root + "/.public.lock", O_RDWR)
    defer { close(descriptor) }
    try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let run = try CommandRun(["build", fixture.root])
    #expect(run.status == 2 && run.errors.contains(".public.lock"))
    #expect(!FileManager.default.fileExists(atPath: fixture.root + "/public"))
  }

  @Test("verify names a folder that is no built archive")
  func noManifest() throws {
    let run = try CommandRun(["verify", fixture.root + "/content"])
    #expect(run.status == 2 && run.errors.hasPrefix("error: "))
  }
}
