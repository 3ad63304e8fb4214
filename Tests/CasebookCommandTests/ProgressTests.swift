import Foundation
import TestSupport
import Testing

@testable import Casebook

struct ProgressTests {
  @Test("a build of some seconds shows its progress on a terminal, and takes it away at the end")
  func terminal() throws {
    let fixture = try LargeArchive.make(notices: 300)
    let run = try CommandRun(onTerminal: ["build", fixture.root, "--jobs", "1"])
    #expect(run.status == 0)
    #expect(run.output.contains("\r\u{1B}[Krendering ") && run.output.contains(" of "))
    #expect(run.output.contains("\r\u{1B}[K300 notices, "))
  }

  @Test("in a pipe there is no progress, however long a build takes")
  func pipe() throws {
    let fixture = try LargeArchive.make(notices: 300)
    let run = try CommandRun(["check", fixture.root, "--jobs", "1"])
    #expect(run.status == 0)
    #expect(!run.errors.contains("\r") && !run.errors.contains("rendering") && !run.output.contains("\r"))
  }
}
