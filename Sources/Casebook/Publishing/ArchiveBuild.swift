import Foundation
import Mustache

/// Builds an archive into an output folder; what `casebook build` and `casebook check` do.
package struct ArchiveBuild: Sendable {
  /// How a build ended.
  package enum Outcome: Sendable {
    /// The output is the new archive.
    case published(Published)
    /// A check found no error; nothing was to be written.
    case checked(LoadedSite)
    /// The content has errors; nothing was written.
    case refused
  }

  /// A build that is done.
  package struct Published: Sendable {
    package let site: LoadedSite
    package let summary: PublishSummary
    /// What was read and made, kept for as long as the rest: a process that ends now has nobody free it file by file.
    fileprivate let kept: (loader: SiteLoader, items: [PublishItem], glance: Meanwhile<OutputGlance>)
  }

  private let request: SiteRequest
  private let isStrict: Bool
  private let progress: BuildProgress
  /// Takes the stages of the build.
  private let timings: BuildTimings

  package init(
    _ request: SiteRequest, isStrict: Bool, progress: BuildProgress, timings: BuildTimings = BuildTimings()
  ) {
    self.timings = timings
    self.request = request
    self.isStrict = isStrict
    self.progress = progress
  }

  /// Does everything that a build does, and writes nothing.
  package func check() -> (Outcome, DiagnosticReport) {
    var diagnostics: [Diagnostic] = []
    guard let site = load(&diagnostics) else { return (.refused, report(diagnostics)) }
    return check(site, diagnostics)
  }

  private func check(_ site: LoadedSite, _ diagnostics: [Diagnostic]) -> (Outcome, DiagnosticReport) {
    let pages = site.plan.items.filter(\.isPage)
    progress.start(.rendering, count: pages.count)
    let scratch = { @Sendable (thread: Int) in (thread: thread, html: [UInt8]()) }
    let failures = ParallelMap(jobs: request.jobs).map(pages, scratchOf: scratch) { item, scratch in
      scratch.html.removeAll(keepingCapacity: true)
      progress.advance()
      return site.fault(making: item, into: &scratch.html, thread: scratch.thread)
    }
    let report = report(diagnostics + failures.compactMap(\.self) + site.findings)
    return (report.errorCount == 0 ? .checked(site) : .refused, report)
  }

  /// Builds into a folder.
  ///
  /// - Parameters:
  ///   - output: the output folder.
  ///   - isForced: also into a folder that is not ours.
  /// - Throws: when the output cannot be written.
  package func build(into output: String, isForced: Bool) throws(PublishFailure) -> (
    Outcome, DiagnosticReport
  ) {
    let publisher = Publisher(
      output: output, protected: [request.root + "/content", request.templatesRoot + "/templates"],
      isForced: isForced, jobs: request.jobs)
    let glance = publisher.glance()
    var diagnostics: [Diagnostic] = []
    let sources = KeptSources(publisher.staging)
    var loader = SiteLoader(
      request, timings: timings, cache: sources.cache, isForCache: sources.areOfUse, isForBuild: true)
    guard let site = loader.load(&diagnostics) else { return (.refused, report(diagnostics)) }
    // Pages are rendered all the same, so that their findings are told now and not after the next try.
    guard report(diagnostics).errorCount == 0 else { return check(site, diagnostics) }
    progress.start(.rendering, count: site.plan.items.count)
    do throws(PublishFailure) {
      let items = items(of: site)
      let glanced = glance.value
      if glanced == nil { site.begin() }
      let summary = try publisher.publish(items, after: glanced) {
        (step: PublishStep) throws(PublishFailure) in
        note(step, of: site)
        if step == .rendered, report(diagnostics + site.findings).errorCount > 0 { throw .refused }
        guard step == .retired else { return }
        // While the output is still locked: no other build writes beside it.
        sources.replace(by: loader)
        timings.end("keep texts")
      }
      return (
        .published(Published(site: site, summary: summary, kept: (loader, items, glance))),
        report(diagnostics + site.findings)
      )
    } catch {
      guard case .refused = error else { throw error }
      return (.refused, report(diagnostics + site.findings))
    }
  }

  private func note(_ step: PublishStep, of site: LoadedSite) {
    switch step {
    case .inspected: timings.end("inspect output")
    case .rendered: timings.end("render and write", items: site.plan.items.count)
    case .linked: timings.end("link unchanged")
    case .sealed: timings.end("write manifest")
    case .exchanged: timings.end("exchange")
    case .retired: timings.end("keep for next build")
    case .locked, .recovered, .staged, .carried: break
    }
  }

  private func load(_ diagnostics: inout [Diagnostic]) -> LoadedSite? {
    var loader = SiteLoader(request, timings: timings)
    return loader.load(&diagnostics)
  }

  private func report(_ diagnostics: [Diagnostic]) -> DiagnosticReport {
    DiagnosticReport(diagnostics, isStrict: isStrict)
  }

  private func items(of site: LoadedSite) -> [PublishItem] {
    let jobs = ParallelMap(jobs: request.jobs)
    let keys = SourceKeys(site, root: request.root, jobs).all(jobs)
    timings.end("hash sources", items: keys.count)
    let hasGzip = site.archive.site.outputs.gzip
    let files = hasGzip ? Set(site.plan.items.map(\.url.file)) : []
    let shared = SharedSite(site)
    return jobs.map(site.plan.items.indices) { index -> PublishItem? in
      let item = site.plan.items[index]
      guard let path = site.plan.paths[index] else { return nil }
      let compressed = hasGzip ? item.url.file + ".gz" : ""
      let isCompressed =
        hasGzip && Gzip.isWorthIt(item.url.file) && !files.contains(compressed)
      return PublishItem(
        path: path, key: keys[index], content: content(of: index, in: shared, whole: isCompressed),
        compressed: isCompressed ? OutputPath(urlPath: compressed) : nil)
    }.compactMap(\.self)
  }

  /// - Parameter isWhole: true for a file whose bytes are needed all at once.
  private func content(
    of index: Int, in shared: SharedSite, whole isWhole: Bool
  ) -> PublishItem.Content {
    if case .copy(let path) = shared.site.plan.items[index].content {
      let source = URL(filePath: request.root).appending(path: path).path
      guard isWhole else { return .copy(from: source) }
      return .rendered { _, bytes, _ in
        bytes += try Self.read(source)
        return true
      }
    }
    let progress = progress
    return .rendered { thread, bytes, drain in
      // Another thread may find something meanwhile. Then this file is made again the next time too.
      let findingCount = shared.site.findingCount
      try shared.site.make(shared.site.plan.items[index], into: &bytes, thread: thread, drain)
      progress.advance()
      return shared.site.findingCount == findingCount
    }
  }

  private static func read(_ file: String) throws(PublishFailure) -> [UInt8] {
    guard let bytes = FileBytes.read(file) else { throw .system("read", file) }
    return bytes
  }
}

/// A site in one place, for the closures of all its files: with a copy of the value in each, they took more memory
/// than the pages.
private final class SharedSite: Sendable {
  let site: LoadedSite

  init(_ site: LoadedSite) {
    self.site = site
  }
}
