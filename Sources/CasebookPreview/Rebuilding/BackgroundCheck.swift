import Casebook
import Dispatch
import Synchronization

/// Looks at all pages of a site for what is wrong with them, aside from everything that somebody waits for.
final class BackgroundCheck: Sendable {
  /// The readers' pages come first.
  private static let delay = DispatchTimeInterval.milliseconds(100)

  private let queue = DispatchQueue(label: "check", qos: .utility)
  /// The number of the check that counts; one with another number ends.
  private let current = Atomic<Int>(0)

  func cancel() { current.add(1, ordering: .relaxed) }

  /// Starts a check; one that runs ends.
  ///
  /// - Parameters:
  ///   - loadDiagnostics: what was found before pages were rendered.
  ///   - done: takes all findings; not called when another check has started or this one was cancelled
  ///     before its last page.
  func start(
    _ site: LoadedSite, loadDiagnostics: [Diagnostic], done: @escaping @Sendable ([Diagnostic]) -> Void
  ) {
    let number = current.add(1, ordering: .relaxed).newValue
    queue.asyncAfter(deadline: .now() + Self.delay) { [self] in
      let site = site.isolated
      var diagnostics = loadDiagnostics
      var bytes: [UInt8] = []
      for item in site.plan.items where item.isPage {
        guard current.load(ordering: .relaxed) == number else { return }
        bytes.removeAll(keepingCapacity: true)
        if let fault = site.fault(making: item, into: &bytes) { diagnostics.append(fault) }
      }
      done(diagnostics + site.findings)
    }
  }
}

extension SitePlan.Item {
  var isPage: Bool { if case .page = content { true } else { false } }
}
