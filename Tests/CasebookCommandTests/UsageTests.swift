import TestSupport
import Testing

@testable import Casebook

struct UsageTests {
  @Test("--version is the version alone")
  func version() throws {
    let run = try CommandRun(["--version"])
    #expect(run.status == 0 && run.output == CasebookVersion.current + "\n")
  }

  @Test(
    "--help teaches the first steps and what the exit status means",
    arguments: [["--help"], ["-h"], ["help"], []])
  func help(_ arguments: [String]) throws {
    let run = try CommandRun(arguments)
    #expect(run.status == 0)
    for part in ["casebook check", "casebook build", "casebook verify public", "Exit status: 0", "content/"] {
      #expect(run.output.contains(part), "\(part)")
    }
  }

  @Test(
    "each command explains its options, and those for tests are not among them",
    arguments: ["build", "check", "verify"])
  func commandHelp(_ command: String) throws {
    let run = try CommandRun(["help", command])
    #expect(
      run.status == 0 && run.output.contains("USAGE: casebook \(command)") && !run.output.contains("--jobs"))
  }

  @Test("a shell's completion script completes the commands", arguments: ["bash", "zsh", "fish"])
  func completions(_ shell: String) throws {
    let run = try CommandRun(["--generate-completion-script", shell])
    #expect(run.status == 0)
    for word in ["casebook", "build", "verify", "strict"] { #expect(run.output.contains(word)) }
  }

  @Test(
    "wrong usage ends in 64 and says what is wrong",
    arguments: [
      ["bulid"], ["build", "--frmat", "json"], ["build", "--format", "xml"],
      ["build", "--now", "2024-02-30"], ["build", "--now", "tomorrow"],
      ["build", "--base-url", "/archive/"], ["build", "--jobs", "0"], ["build", "a", "b"],
      ["check", "--force"], ["verify", "--strict"],
    ])
  func wrongUsage(_ arguments: [String]) throws {
    let run = try CommandRun(arguments)
    #expect(run.status == 64 && run.output == "" && run.errors.contains("Error: "))
  }
}
