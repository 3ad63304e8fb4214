import ArgumentParser
import Casebook
import Foundation

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of a kind of document, for editors.",
    discussion: """
      The schema (2020-12) is made from the declarations that the strict reader uses. It knows the archive's own \
      kinds of data from content/site.yaml, where that file is there. What one key alone cannot tell, such as \
      whether an organization is known, only 'casebook check' finds.
      """)

  @Argument(help: "The kind of document: \(DocumentKind.words).")
  var kind: DocumentKind

  @Argument(help: "The archive's folder.", completion: .directory)
  var archive = "."

  func run() throws {
    var diagnostics: [Diagnostic] = []
    let dataKinds = ContentLoader(root: archive, parallel: ParallelMap(jobs: 1)).dataKinds(&diagnostics)
    let report = DiagnosticReport(diagnostics, isStrict: false)
    let output = Output(format: .text)
    output.show(report)
    guard report.errorCount == 0 else { throw ExitStatus.contentHasErrors }
    Output.write(FrontMatterSchema(kind, dataKinds: dataKinds).text, to: STDOUT_FILENO)
  }
}

extension DocumentKind: ExpressibleByArgument {
  fileprivate static let words = allCases.map(\.rawValue).joined(separator: ", ")
}
