import Foundation
import TestSupport
import Testing

@testable import Casebook

struct StandardStreamTests {
  private let fixture: ArchiveFixture

  init() throws {
    fixture = try ArchiveFixture([
      "organizations/aoba.md": Sample.named("青葉市", reading: "あおばし"), "incidents/a.md": Sample.notice(),
    ])
  }

  /// Runs a line of the shell in which `$0` is the command and `$1` the archive; its exit status.
  private func shell(_ line: String) throws -> Int32 {
    let process = try CommandRun.process([])
    let command = process.executableURL?.path ?? ""
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line, command, fixture.root]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test("a reader that goes away does not end a command half-way: its status is that of its work")
  func closedPipe() throws {
    try fixture.write(Sample.notice(body: "[無](missing.md)"), "content/incidents/a.md")
    _ = try shell("{ \"$0\" check \"$1\" --format json; echo $? > \"$1/status\"; } | true")
    #expect(fixture.text("status") == "1\n")
  }

  @Test(
    "with a stream closed, no file of the archive gets what was meant for it",
    arguments: [">&-", "2>&-", ">&- 2>&- <&-"])
  func closedStreams(_ redirection: String) throws {
    #expect(try shell("exec \(redirection); exec \"$0\" build \"$1\"") == 0)
    #expect(try CommandRun(["verify", fixture.root + "/public"]).status == 0)
    #expect(fixture.text(".public.lock") == "")
  }

  @Test(
    "a report that cannot be written in full ends in 2",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "this system has no full device"),
    arguments: ["check \"$1\" --format json", "build \"$1\"", "schema notice \"$1\""])
  func fullDisk(_ arguments: String) throws {
    #expect(try shell("exec \"$0\" \(arguments) > /dev/full") == 2)
  }
}
