import Casebook
import Foundation
import TestSupport
import Testing

@testable import CasebookPreview

@Suite("The preview after any edits")
struct RandomEditTests {
  private static let edits = 1000
  private static let largestBatch = 19

  private func archive() throws -> ArchiveFixture {
    let archive = try ArchiveFixture(
      [
        "incidents/a/n1.md": Sample.notice("2024-001", "slug: first"),
        "incidents/a/n2.md": Sample.notice("2024-002", publisher: "kobo", "slug: second"),
        "incidents/a/index.md": Sample.incident("2024-001", "title: 事件の題"),
        "incidents/b/n3.md": Sample.notice("2024-002", "slug: third"),
        "incidents/b/image.png": "image",
        "organizations/aoba.md": Sample.named("青葉市", reading: "あおばし"),
        "articles/one.md": Sample.article("記事"), "pages/about.md": Sample.page("紹介"),
        "static/aoba.txt": "text",
      ], templates: ["assets/style.css": "p { margin: 0 }"])
    archive.request.includesDrafts = true
    archive.request.includesFuture = true
    return archive
  }

  @Test("1,000 edits of all kinds: after each batch every page is that of a clean build")
  func edits() throws {
    let archive = try archive()
    let watch = try ArchiveWatch(root: archive.root, isPolling: false) { _ in }
    defer { watch.stop() }
    let console = PreviewConsole(say: { _ in }, report: { _ in })
    let rebuilder = Rebuilder(
      archive.request, isStrict: false, watch: watch, console: console, changed: {}, settled: {})
    Thread.detachNewThread { rebuilder.run() }
    var edits = try RandomEdits(archive, seed: 20_240_611)
    var random = Randomness(state: 7)
    var (made, compared) = (0, 0)
    while made < Self.edits {
      let count = min(1 + random.below(Self.largestBatch), Self.edits - made)
      for _ in 0..<count { try edits.edit() }
      made += count
      if random.chance(3) { try edits.mendAll() }
      compared += try compare(rebuilder, watch, archive, after: made) ? 1 : 0
    }
    // Not all batches end in an archive without errors; the rest are compared by their errors.
    #expect(compared > 10)
  }

  /// - Returns: true when there were pages to compare.
  private func compare(
    _ rebuilder: Rebuilder, _ watch: ArchiveWatch, _ archive: ArchiveFixture, after made: Int
  ) throws -> Bool {
    while watch.isBehind { usleep(1000) }
    let state = rebuilder.current
    let (fresh, report) = archive.load()
    let errors = report.diagnostics.filter { $0.severity == .error }
    try #require(state.loadErrors == errors, "after \(made) edits")
    guard errors.isEmpty, let fresh, let served = state.site?.site else { return false }
    try #require(served.plan.items.map(\.url) == fresh.plan.items.map(\.url), "after \(made) edits")
    for (mine, theirs) in zip(served.plan.items, fresh.plan.items) {
      try #require(mine.content == theirs.content, "\(mine.url.path) after \(made) edits")
      #expect(try bytes(mine, served) == bytes(theirs, fresh), "\(mine.url.path) after \(made) edits")
    }
    return true
  }

  private func bytes(_ item: SitePlan.Item, _ site: LoadedSite) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try site.make(item, into: &bytes)
    return bytes
  }
}
