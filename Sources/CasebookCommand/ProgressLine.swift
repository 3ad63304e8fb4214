import Casebook
import Dispatch
import Foundation

/// Shows on a terminal how far a build is, once it has taken half a second; never in a pipe.
struct ProgressLine {
  private let timer: (any DispatchSourceTimer)?

  init(_ progress: BuildProgress) {
    guard isatty(STDERR_FILENO) == 1 else {
      timer = nil
      return
    }
    let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "progress"))
    timer.schedule(deadline: .now() + .milliseconds(500), repeating: .milliseconds(100))
    timer.setEventHandler { Self.show(Self.text(progress)) }
    timer.resume()
    self.timer = timer
  }

  /// Takes the line away, so that what is printed next starts on a clean one.
  func end() {
    guard let timer else { return }
    timer.cancel()
    Self.show("")
  }

  private static func text(_ progress: BuildProgress) -> String {
    let state = progress.state
    return switch state.phase {
    case .reading: "reading …"
    case .rendering: "rendering \(DecimalText.of(state.done)) of \(DecimalText.of(state.count)) …"
    }
  }

  /// Replaces the line (ECMA-48: CR, then EL to the end of the line).
  private static func show(_ text: String) {
    Output.write("\r\u{1B}[K\(text)".utf8, to: STDERR_FILENO)
  }
}
