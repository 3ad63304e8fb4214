import ArgumentParser
import Casebook

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find every mistake that a build would find, and write nothing.")

  @OptionGroup var arguments: ArchiveArguments

  func run() throws {
    let started = ContinuousClock.now
    let session = try BuildSession(arguments)
    let (outcome, report) = session.watched { session.build.check() }
    session.output.show(report)
    guard case .checked(let site) = outcome else { throw session.refuse(report) }
    session.output.say(
      "\(ClosingLine.built(site, in: ContinuousClock.now - started)) (checked, nothing written)")
  }
}
