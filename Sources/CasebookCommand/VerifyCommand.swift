import ArgumentParser
import Casebook
import Foundation

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Compare every file of a built archive with its manifest.")

  @Argument(help: "The folder that 'casebook build' wrote.", completion: .directory)
  var folder = "public"

  func run() throws {
    let report: VerificationReport
    do throws(PublishFailure) {
      report = try Verification(of: folder, jobs: ProcessInfo.processInfo.activeProcessorCount).run()
    } catch {
      Output.fail(error.message, hint: error.hint)
      throw ExitStatus.unusable
    }
    let output = Output(format: .text)
    for path in report.missing { Output.fail("'\(path)' is missing", hint: nil) }
    for path in report.changed { Output.fail("'\(path)' is not as it was built", hint: nil) }
    guard report.isSound else {
      let count = report.missing.count + report.changed.count
      output.say(
        "\(ClosingLine.number(count)) of \(ClosingLine.count(report.files, "file")) differ from the manifest")
      throw ExitStatus.contentHasErrors
    }
    let foreign =
      report.foreign.isEmpty ? "" : ", \(ClosingLine.count(report.foreign.count, "other file")) beside them"
    output.say("\(ClosingLine.count(report.files, "file")) as the manifest says\(foreign)")
  }
}
