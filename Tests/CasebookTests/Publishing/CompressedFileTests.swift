import Foundation
import TestSupport
import Testing

@testable import Casebook

/// `--compress` writes a `.gz` file beside each text file.
struct CompressedFileTests {
  private func fixture() throws -> ArchiveFixture {
    let fixture = try ArchiveFixture([
      "incidents/2024-001/a.md": Sample.notice(),
      "organizations/aoba.md": Sample.named("青葉市", reading: "あおばし"),
      "static/data.csv": String(repeating: "一,二\n", count: 1000),
      "static/own.txt": "own", "static/own.txt.gz": "not ours",
      "static/photo.png": "png",
    ])
    fixture.request.compresses = true
    return fixture
  }

  @Test("text files have a compressed one beside them that is in the manifest; others have none")
  func written() throws {
    let fixture = try fixture()
    try fixture.build()
    let files = try fixture.files(in: "public")
    for path in ["index.html", "feed.xml", "feed.json", "data.csv", "sitemap.xml"] {
      let compressed = try #require(files[path + ".gz"])
      // RFC 1952: magic, deflate, no flags, no time, fastest compression, system unknown.
      #expect(Array(compressed.prefix(10)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 4, 255])
      #expect(compressed.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) } == files[path]?.count)
    }
    #expect(files["photo.png.gz"] == nil)
    #expect(files["_headers.gz"] == nil)
    #expect(files["own.txt.gz"] == Data("not ours".utf8))
    #expect(try Verification(of: fixture.root + "/public", jobs: 2).run().isSound)
  }

  @Test("a second build finds them unchanged, and one without the option removes them")
  func again() throws {
    let fixture = try fixture()
    func summary() throws -> PublishSummary {
      let build = ArchiveBuild(fixture.request, isStrict: false, progress: BuildProgress())
      guard
        case .published(let built) = try build.build(into: fixture.root + "/public", isForced: false).0
      else { throw CancellationError() }
      return built.summary
    }
    let first = try summary()
    let second = try summary()
    #expect((second.written, second.unchanged) == (0, first.written))
    fixture.request.compresses = false
    let third = try summary()
    #expect(third.removed > 5)
    #expect(try fixture.files(in: "public").keys.filter { $0.hasSuffix(".gz") } == ["own.txt.gz"])
  }
}
