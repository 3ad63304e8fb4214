import ArgumentParser
import Casebook
import Foundation

/// What `build` and `check` have in common: the arguments made into a request, progress, and the way out.
struct BuildSession {
  let build: ArchiveBuild
  let output: Output
  let timings = BuildTimings()
  private let progress = BuildProgress()

  /// Throws when the archive's folder cannot be used, which has been said then.
  init(_ arguments: ArchiveArguments, compresses: Bool = false) throws {
    output = Output(format: arguments.format)
    for folder in ["content", "templates"] where !Self.isFolder(arguments.archive + "/" + folder) {
      Output.fail(
        "there is no folder '\(folder)' in '\(arguments.archive)'",
        hint: "name the archive's folder, which holds content/ and templates/")
      throw ExitStatus.unusable
    }
    var request = SiteRequest(
      root: arguments.archive, jobs: arguments.jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    request.baseURL = arguments.baseURL
    request.includesDrafts = arguments.drafts
    request.includesFuture = arguments.future
    request.now = arguments.now
    request.compresses = compresses
    request.sourceDateEpoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"]
    build = ArchiveBuild(request, isStrict: arguments.strict, progress: progress, timings: timings)
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder = ObjCBool(false)
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Runs some work with its progress shown on a terminal.
  func watched<Result, Failure>(_ work: () throws(Failure) -> Result) throws(Failure) -> Result {
    let line = ProgressLine(progress)
    defer { line.end() }
    return try work()
  }

  /// Says how much is wrong, and gives the exit status for it.
  func refuse(_ report: DiagnosticReport) -> ExitCode {
    let errors = ClosingLine.count(report.errorCount, "error")
    let warnings = report.warningCount > 0 ? " and \(ClosingLine.count(report.warningCount, "warning"))" : ""
    output.say("\(errors)\(warnings); nothing was written")
    return ExitStatus.contentHasErrors
  }
}
