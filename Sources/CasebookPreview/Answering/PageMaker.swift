import Casebook
import Synchronization

/// Makes pages as a build makes them, and keeps the last good bytes of those that were asked for.
final class PageMaker: Sendable {
  /// A page as it is shown now.
  struct Page: Sendable {
    /// What a build writes.
    let bytes: [UInt8]
    /// What is wrong with the page as its files are now; `bytes` are older then, if it ever was right.
    let errors: [Diagnostic]
  }

  /// An editor has a few pages open; those asked for longest ago are let go.
  private static let maximumKept = 64

  private struct Kept: Sendable {
    var pages: [String: (bytes: [UInt8], siteNumber: Int)] = [:]
    var order: [String] = []
  }

  private let isStrict: Bool
  private let kept = Mutex(Kept())

  init(isStrict: Bool) { self.isStrict = isStrict }

  /// - Parameter item: of the site's plan; no copied file.
  func page(_ item: SitePlan.Item, of site: PreviewedSite) -> Page {
    let isolated = site.site.isolated
    var bytes: [UInt8] = []
    let fault = isolated.fault(making: item, into: &bytes)
    let found = DiagnosticReport(isolated.findings + (fault.map { [$0] } ?? []), isStrict: isStrict)
    let errors = found.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { return Page(bytes: lastGood(item.url.path) ?? bytes, errors: errors) }
    keep(bytes, at: item.url.path, siteNumber: site.number)
    return Page(bytes: bytes, errors: [])
  }

  private func lastGood(_ path: String) -> [UInt8]? { kept.withLock { $0.pages[path]?.bytes } }

  /// A worker that began with an earlier site may end after one with a later.
  private func keep(_ bytes: [UInt8], at path: String, siteNumber: Int) {
    kept.withLock { kept in
      guard siteNumber >= kept.pages[path]?.siteNumber ?? 0 else { return }
      kept.order.removeAll { $0 == path }
      kept.order.append(path)
      kept.pages[path] = (bytes, siteNumber)
      if kept.order.count > Self.maximumKept { kept.pages[kept.order.removeFirst()] = nil }
    }
  }
}
