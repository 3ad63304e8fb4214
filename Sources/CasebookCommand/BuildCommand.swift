import ArgumentParser
import Casebook
import Foundation

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the archive into a folder.",
    discussion: """
      The new archive is built beside the output and exchanged with it in one step; a build that finds an error \
      writes nothing. Files in the output that are not the archive's are kept.
      """)

  @OptionGroup var arguments: ArchiveArguments

  @Option(help: "The folder to build into. (default: public in the archive's folder)", completion: .directory)
  var output: String?

  @Flag(help: "Build into a folder that has files but no manifest; its other files are kept.")
  var force = false

  @Flag(help: "Write a .gz file beside each text file, as 'outputs: {gzip: true}' in site.yaml does.")
  var compress = false

  @Flag(help: "Print how long each stage of the build took.")
  var timings = false

  func run() throws {
    let started = ContinuousClock.now
    let session = try BuildSession(arguments, compresses: compress)
    let folder = output ?? URL(filePath: arguments.archive).appending(path: "public").path
    let result: (outcome: ArchiveBuild.Outcome, report: DiagnosticReport)
    do throws(PublishFailure) {
      result = try session.watched { () throws(PublishFailure) in
        try session.build.build(into: folder, isForced: force)
      }
    } catch {
      Output.fail(error.message, hint: error.hint)
      throw ExitStatus.unusable
    }
    session.output.show(result.report)
    if timings { TimingTable.lines(session.timings.stages).forEach(session.output.say) }
    guard case .published(let built) = result.outcome else { throw session.refuse(result.report) }
    let line = ClosingLine.built(built.site, in: ContinuousClock.now - started)
    session.output.say("\(line) (\(ClosingLine.files(built.summary)))")
    // The end of the process frees all memory at once; returning would first free each part of the archive.
    Foundation.exit(EXIT_SUCCESS)
  }
}
