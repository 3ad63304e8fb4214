import ArgumentParser
import Casebook

/// The arguments that `build` and `check` share: which archive, and what belongs into it.
struct ArchiveArguments: ParsableArguments {
  @Argument(help: "The archive's folder, which holds content/ and templates/.", completion: .directory)
  var archive = "."

  @Option(help: "Where the site is published, instead of site.yaml's base_url.")
  var baseURL: BaseURL?

  @Flag(help: "Keep documents with 'draft: true'.")
  var drafts = false

  @Flag(help: "Keep notices and articles that are dated after today.")
  var future = false

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Option(help: "How findings are printed: \(DiagnosticFormat.words).")
  var format = DiagnosticFormat.text

  @Option(
    help: "The day to take as today, such as 2024-06-11. Otherwise SOURCE_DATE_EPOCH or the clock says it.")
  var now: CivilDate?

  @Option(help: .hidden)
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
  }
}

extension DiagnosticFormat: ExpressibleByArgument {
  fileprivate static let words = allCases.map(\.rawValue).joined(separator: ", ")
}

extension BaseURL: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension CivilDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(written: argument) }
}
