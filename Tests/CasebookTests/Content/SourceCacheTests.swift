import Foundation
import TestSupport
import Testing

@testable import Casebook

@Suite struct SourceCacheTests {
  private let program = Array("this program".utf8)

  @Test("a cached front matter is the tree that was read, for every document of the shipped archive")
  func code() throws {
    var tree = YAMLTree()
    var decoded = YAMLTree()
    let listing = FileListing(root: Repository.root + "/content", prefix: "content/")
    var count = 0
    for file in listing.files where file.path.hasSuffix(".md") {
      var diagnostics: [Diagnostic] = []
      let source = try #require(
        TextFile.read(
          Repository.root + "/content/" + file.path, path: file.path, size: file.size, &diagnostics))
      _ = try #require(FrontMatter.read(source, into: &tree, &diagnostics))
      let code = YAMLTreeCode.encoded(tree)
      #expect(code.withUnsafeBytes { YAMLTreeCode.decode($0, into: &decoded) })
      #expect(described(decoded) == described(tree))
      count += 1
    }
    #expect(count > 10)
  }

  // All files count as at rest: these loads think that it is long after they were written.

  @Test("an archive that is loaded from a cache is the archive, and what changed is read anew")
  func load() throws {
    let archive = try ArchiveFixture(Self.files)
    let file = archive.root + "/sources"
    let (plain, _) = try loaded(archive, writing: file)
    let cache = try #require(SourceCache(file, program: program))
    #expect(cache.count == 4)
    try archive.write("---\nname: 電子メール\n---\n別の文。\n", "content/tags/mail.md")
    let (cached, _) = try loaded(archive, cache)
    let (fresh, _) = try loaded(archive)
    #expect(cached == fresh)
    #expect(cached != plain)
  }

  @Test(
    "files that another checkout wrote anew are taken from the cache by their bytes, and their states kept")
  func checkout() throws {
    let archive = try ArchiveFixture(Self.files)
    let file = archive.root + "/sources"
    let (plain, _) = try loaded(archive, writing: file)
    for (path, text) in Self.files {
      try FileManager.default.removeItem(atPath: archive.root + "/content/" + path)
      try archive.write(text, "content/" + path)
    }
    let cache = try #require(SourceCache(file, program: program))
    let (cached, isWritten) = try loaded(archive, cache, writing: file)
    #expect(cached == plain)
    #expect(isWritten)
    let (again, isWrittenAgain) = try loaded(archive, SourceCache(file, program: program), writing: file)
    #expect(again == plain)
    #expect(!isWrittenAgain)
  }

  @Test("what is gone from the content leaves the cache with the next build")
  func removal() throws {
    let archive = try ArchiveFixture(Self.files)
    let file = archive.root + "/sources"
    _ = try loaded(archive, writing: file)
    try FileManager.default.removeItem(atPath: archive.root + "/content/incidents/b.md")
    let (_, isWritten) = try loaded(archive, SourceCache(file, program: program), writing: file)
    #expect(isWritten)
    let cache = try #require(SourceCache(file, program: program))
    #expect(cache.withEntry(of: "incidents/b.md") { _ in true } == nil)
    #expect(cache.withEntry(of: "incidents/a.md") { _ in true } == true)
  }

  @Test("a cache of another program is none, and no damage to one changes what is read")
  func damage() throws {
    let archive = try ArchiveFixture(Self.files)
    let file = archive.root + "/sources"
    let (plain, _) = try loaded(archive, writing: file)
    #expect(SourceCache(file, program: Array("that program".utf8)) == nil)
    let bytes = try #require(FileBytes.read(file))
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var damaged = bytes
      damaged[place] ^= 0x41
      try Data(damaged).write(to: URL(filePath: file))
      let (read, _) = try loaded(archive, SourceCache(file, program: program))
      #expect(read == plain, "byte \(place)")
      try Data(bytes[..<place]).write(to: URL(filePath: file))
      #expect(try loaded(archive, SourceCache(file, program: program)).documents == plain)
    }
  }

  @Test("details of a notice that stay in the cache are read with the kinds of data that site.yaml has now")
  func dataKinds() throws {
    func site(_ id: String, _ label: String) -> String {
      Sample.site("data_kinds: [{id: \(id), label: \(label), veris: Personal}]")
    }
    let notice = Sample.notice("2024-001", "affected: [{subject: 顧客, data: [passport]}]")
    let archive = try ArchiveFixture(site: site("passport", "旅券番号"), ["incidents/a.md": notice])
    let file = archive.root + "/sources"
    let (plain, _) = try loaded(archive, writing: file)
    let cache = try #require(SourceCache(file, program: program))
    #expect(try loaded(archive, cache).documents == plain)
    try archive.write(site("passport", "パスポート番号"), "content/site.yaml")
    let (renamed, _) = try loaded(archive, cache)
    let (fresh, _) = try loaded(archive)
    #expect(renamed == fresh && renamed.contains("パスポート番号") && plain.contains("旅券番号"))
    try archive.write(site("visa", "査証"), "content/site.yaml")
    let (refused, _) = try loaded(archive, cache)
    let (refusedFresh, _) = try loaded(archive)
    #expect(refused == refusedFresh && refused.contains("passport"))
  }

  @Test("what many threads ask of a notice at once is read from the cache, and is one thing for all of them")
  func threads() throws {
    let archive = try ArchiveFixture(Self.files)
    let file = archive.root + "/sources"
    _ = try loaded(archive, writing: file)
    let cache = try #require(SourceCache(file, program: program))
    let loader = ContentLoader(root: archive.root, parallel: ParallelMap(jobs: 2), cache: cache)
    var memory = ContentMemory()
    var diagnostics: [Diagnostic] = []
    let content = try #require(loader.load(loader.listing(), &memory, &diagnostics, now: 4_000_000_000))
    let notice = try #require(content.notices.first)
    let affected = ParallelMap(jobs: 4).map(0..<200) { _ in notice.affected }
    for some in affected { #expect(zip(some, affected[0]).allSatisfy { $0 === $1 }) }
  }

  // MARK: What is compared

  private func loaded(
    _ archive: ArchiveFixture, _ cache: SourceCache? = nil, writing file: String? = nil
  ) throws -> (documents: String, isWritten: Bool) {
    let loader = ContentLoader(
      root: archive.root, parallel: ParallelMap(jobs: 2), cache: cache, isForCache: file != nil)
    var memory = ContentMemory()
    var diagnostics: [Diagnostic] = []
    let content = try #require(loader.load(loader.listing(), &memory, &diagnostics, now: 4_000_000_000))
    var isWritten = false
    if let file {
      var bytes: [UInt8] = []
      isWritten = memory.hasNews(for: cache)
      if isWritten {
        #expect(
          memory.writeCache(replacing: cache, program: program) { piece in
            bytes += piece
            return true
          })
        // As a build does: a cache in use is replaced and never written into.
        try Data(bytes).write(to: URL(filePath: file), options: .atomic)
      }
    }
    let notices = content.notices.map { notice in
      var text = "\(notice.title) \(notice.published) \(notice.publisher) \(notice.tags) \(notice.parties)"
      text += "\(notice.affectedOrganizations) \(notice.hasSummary) \(notice.summary ?? "-")"
      text += "\(notice.release as Any) \(notice.disclosure as Any) \(notice.cause as Any)"
      text +=
        "\(notice.secondaryDamage as Any) \(notice.timeline) \(notice.source as Any) \(notice.corrections)"
      for affected in notice.affected {
        text +=
          "\(affected.subject) \(affected.organization as Any) \(affected.count as Any) \(affected.data)"
      }
      return text
    }
    let texts = content.notices.map(\.body) + content.tags.map(\.body) + content.pages.map(\.body)
    let bodies = texts.map {
      "\($0.source.path) \($0.firstLine) \(String(decoding: $0.bytes, as: UTF8.self))"
    }
    return ("\(notices) \(content.tags.map(\.name)) \(bodies) \(diagnostics)", isWritten)
  }

  /// All but where texts stand in memory.
  private func described(_ tree: YAMLTree) -> [String] {
    tree.nodes.map {
      "\($0.kind) \($0.mark) \($0.index) \($0.end) \($0.count) \($0.hash) \(tree.text(of: $0))"
    }
  }

  private static let files: KeyValuePairs<String, String> = [
    "incidents/a.md": """
    ---
    case: "2024-001"
    title: "引用符の\\u3042 題"
    published: 令和6年6月11日
    publisher: 市役所
    tags: [mail]
    affected:
      - {subject: 宛名, count: 78, unit: records, data: [name]}
      - {subject: 納付書, organization: 県庁, data: [address]}
    timeline:
      - {date: 2024-05-26, event: occurred, note: 侵入された, approximate: true}
    parties:
      - {organization: 県庁, role: controller}
    cause: malware
    corrections:
      - {date: 2024-06-20, change: 件数を改めた}
    summary: >
      折り返した
      要約
    ---

    本文。
    """,
    "incidents/b.md": """
    ---
    case: "2024-002"
    title: 題
    published: 2024-06-12
    publisher: 市役所
    tags: []
    ---
    """,
    "tags/mail.md": "---\nname: メール\n---\n文。\n",
    "pages/about.md": "---\ntitle: 案内\n---\n",
  ]
}
