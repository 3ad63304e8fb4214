import Synchronization

/// Collects what pages find wrong while they are rendered in parallel.
final class Findings: Sendable {
  private let diagnostics = Mutex<[Diagnostic]>([])

  func add(_ found: [Diagnostic]) {
    guard !found.isEmpty else { return }
    diagnostics.withLock { $0 += found }
  }

  // A key path is looked up at run time, by every page.
  var count: Int { diagnostics.withLock { $0.count } }

  var all: [Diagnostic] { diagnostics.withLock { $0 } }
}
