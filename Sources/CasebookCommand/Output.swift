import Casebook
import Foundation

/// The two streams of the command line.
///
/// Findings in a form for programs have standard output to themselves; what is said beside them goes to
/// standard error.
struct Output {
  let format: DiagnosticFormat

  /// Prints the findings, if there is anything to print.
  func show(_ report: DiagnosticReport) {
    Self.write(report.text(format), to: format == .text ? .standardError : .standardOutput)
  }

  /// Prints what was done.
  func say(_ line: String) {
    Self.write(line + "\n", to: format == .text ? .standardOutput : .standardError)
  }

  /// Prints findings that were made into text.
  static func report(_ text: String) { write(text, to: .standardError) }

  /// Prints why nothing can be done, with what to do about it.
  static func fail(_ message: String, hint: String?) {
    write("error: \(message)\n" + (hint.map { "  hint: \($0)\n" } ?? ""), to: .standardError)
  }

  private static func write(_ text: String, to handle: FileHandle) {
    // A reader that has gone away (`casebook check | head`) is no failure of ours.
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
