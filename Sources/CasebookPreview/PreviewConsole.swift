import Casebook

/// What the preview tells its terminal.
package struct PreviewConsole: Sendable {
  /// Takes lines about what goes on.
  let say: @Sendable (String) -> Void
  /// Takes findings, each of several lines.
  let report: @Sendable (String) -> Void

  package init(say: @escaping @Sendable (String) -> Void, report: @escaping @Sendable (String) -> Void) {
    self.say = say
    self.report = report
  }

  /// Findings beyond this many are counted and not printed: the first ones are the cause of most others.
  private static let maximumFindings = 20

  func loaded(_ site: LoadedSite, _ summary: ChangeSummary, in duration: Duration, isFirst: Bool) {
    guard isFirst else { return say("\(summary.text): \(Self.milliseconds(duration))") }
    let archive = site.archive
    say(
      "\(Self.count(archive.notices.count, "notice")), \(Self.count(archive.incidents.count, "incident")), "
        + "\(Self.count(site.plan.items.count, "file")) in \(Self.milliseconds(duration))")
  }

  /// - Parameter hasPages: true when there was a site without errors before.
  func failed(
    _ errors: DiagnosticReport, _ summary: ChangeSummary, in duration: Duration, isFirst: Bool, hasPages: Bool
  ) {
    show(errors)
    let shown = hasPages ? "the last good pages are shown" : "there is no page to show yet"
    let start = isFirst ? "" : "\(summary.text): "
    say("\(start)\(Self.count(errors.errorCount, "error")); \(shown) (\(Self.milliseconds(duration)))")
  }

  /// - Parameter isOther: true when the errors are not those of the last check.
  func checked(_ report: DiagnosticReport, isOther: Bool) {
    guard isOther else { return }
    let errors = report.diagnostics.filter { $0.severity == .error }
    show(DiagnosticReport(errors))
    say(
      errors.isEmpty
        ? "all pages checked: no errors" : "all pages checked: \(Self.count(errors.count, "error"))")
  }

  private func show(_ errors: DiagnosticReport) {
    let shown = errors.diagnostics.prefix(Self.maximumFindings)
    report(DiagnosticReport(Array(shown)).text(.text))
    let rest = errors.diagnostics.count - shown.count
    if rest > 0 { report("and \(Self.count(rest, "error")) more: 'casebook check' prints them\n") }
  }

  static func count(_ count: Int, _ noun: String) -> String {
    "\(DecimalText.of(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  static func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    return "\(DecimalText.of(Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))) ms"
  }
}
