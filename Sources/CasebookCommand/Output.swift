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
    Self.write(report.text(format).utf8, to: format == .text ? STDERR_FILENO : STDOUT_FILENO)
  }

  /// Prints what was done.
  func say(_ line: String) {
    Self.write("\(line)\n".utf8, to: format == .text ? STDOUT_FILENO : STDERR_FILENO)
  }

  /// Prints findings that were made into text.
  static func report(_ text: String) { write(text.utf8, to: STDERR_FILENO) }

  /// Prints why nothing can be done, with what to do about it.
  static func fail(_ message: String, hint: String?) {
    write("error: \(message)\n\(hint.map { "  hint: \($0)\n" } ?? "")".utf8, to: STDERR_FILENO)
  }

  /// Writes all of some text. What a program asked for and did not get in full ends the command with status 2;
  /// a reader that has gone away (`casebook check | head`) is no failure of ours.
  static func write(_ text: some Sequence<UInt8>, to stream: Int32) {
    var bytes = Array(text)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(stream, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count < 0 else {
        bytes = bytes.dropFirst(count)
        continue
      }
      if stream == STDOUT_FILENO, errno != EPIPE {
        fail("cannot write to standard output: \(String(cString: strerror(errno)))", hint: nil)
        CasebookCommand.exit(withError: ExitStatus.unusable)
      }
      return
    }
  }
}
