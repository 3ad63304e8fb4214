import Casebook
import Dispatch
import Synchronization

/// Loads the archive, and again with every change, on a thread of its own.
final class Rebuilder: Sendable {
  private let request: SiteRequest
  private let isStrict: Bool
  private let watch: ArchiveWatch
  private let console: PreviewConsole
  private let check: BackgroundCheck
  private let state = Mutex(PreviewState())
  private let changed: @Sendable () -> Void
  private let settled: @Sendable () -> Void

  /// - Parameters:
  ///   - changed: called when the state is another one.
  ///   - settled: called when something happened that changed nothing.
  init(
    _ request: SiteRequest, isStrict: Bool, watch: ArchiveWatch, console: PreviewConsole,
    changed: @escaping @Sendable () -> Void, settled: @escaping @Sendable () -> Void
  ) {
    self.request = request
    self.isStrict = isStrict
    self.watch = watch
    self.console = console
    self.changed = changed
    self.settled = settled
    check = BackgroundCheck()
  }

  var current: PreviewState { state.withLock { $0 } }

  /// Loads until the watch is stopped.
  func run() {
    var loader = SiteLoader(request)
    load(&loader, .unknown, isFirst: true)
    while let changes = watch.next(settled: settled) { load(&loader, changes, isFirst: false) }
    check.cancel()
  }

  private func load(_ loader: inout SiteLoader, _ changes: SiteLoader.Changes, isFirst: Bool) {
    check.cancel()
    let started = ContinuousClock.now
    let summary = ChangeSummary(changes, root: request.root) { loader.isKnown($0) }
    var diagnostics: [Diagnostic] = []
    let site = loader.load(after: changes, &diagnostics)
    let report = DiagnosticReport(diagnostics, isStrict: isStrict)
    let errors = report.diagnostics.filter { $0.severity == .error }
    let previewed = take(errors.isEmpty ? site : nil, errors: errors, summary)
    watch.didTakeIn()
    changed()
    let duration = ContinuousClock.now - started
    if let previewed {
      console.loaded(previewed.site, summary, in: duration, isFirst: isFirst)
      check.start(previewed.site, loadDiagnostics: diagnostics) { [weak self] in
        self?.checked($0, of: previewed.number)
      }
    } else {
      console.failed(
        DiagnosticReport(errors), summary, in: duration, isFirst: isFirst, hasPages: current.site != nil)
    }
  }

  /// - Returns: the site as it is shown from now on; nil when the one before stays.
  private func take(
    _ site: LoadedSite?, errors: [Diagnostic], _ summary: ChangeSummary
  ) -> PreviewedSite? {
    let previewed = site.map { PreviewedSite($0, number: 1 + (current.site?.number ?? 0)) }
    let retired = state.withLock { state -> PreviewedSite? in
      state.loadErrors = errors
      if summary.concernsFiles { state.fileChanges += 1 }
      guard let previewed else { return nil }
      let retired = state.site
      state.site = previewed
      // What was wrong in the files that changed may be mended; the check looks again at the rest.
      state.pageErrors.removeAll(where: summary.concerns)
      return retired
    }
    // To let go of a large archive takes as long as a part of making it, and nobody has to wait for that.
    DispatchQueue.global(qos: .utility).async { withExtendedLifetime(retired) {} }
    return previewed
  }

  private func checked(_ diagnostics: [Diagnostic], of number: Int) {
    let report = DiagnosticReport(diagnostics, isStrict: isStrict)
    let errors = report.diagnostics.filter { $0.severity == .error }
    guard let isOther = state.withLock({ $0.take(pageErrors: errors, ofSite: number) }) else { return }
    console.checked(report, isOther: isOther)
    if isOther { changed() }
  }
}
