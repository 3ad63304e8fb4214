import Foundation
import TestSupport
import Testing

@testable import Casebook

/// The same content gives the same bytes.
struct ByteIdentityTests {
  /// Enough documents that several threads have work, with links between them.
  private func documents() -> [(path: String, text: String)] {
    (1...60).flatMap { number -> [(path: String, text: String)] in
      let serial = "2024-\(String(1000 + number).dropFirst())"
      return [
        (
          "incidents/\(serial)/a.md",
          Sample.notice(
            serial, published: "2024-0\(1 + number % 9)-1\(number % 10)", publisher: "組織\(number % 7)",
            "tags: [タグ\(number % 5), タグ\(number % 3)]\nparties: [{organization: 会社\(number % 4), role: processor}]",
            body: "#2024-00\(1 + number % 9) を参照。**「重要」**です。\n\n## 見出し\n\nhttps://example.jp/\(number)")
        ),
        (
          "incidents/\(serial)/index.md",
          Sample.incident(serial, "related: [\"2024-00\(1 + (number + 3) % 9)\"]\ntags: [別\(number % 2)]")
        ),
        ("articles/x\(number).md", Sample.article("記事\(number)", "tags: [タグ\(number % 5)]")),
        ("static/\(number).txt", "\(number)"),
      ]
    }.filter { !$0.text.contains("related: [\"\($0.path.dropFirst(10).prefix(8))\"]") }
  }

  private func fixture(_ documents: [(path: String, text: String)]) throws -> ArchiveFixture {
    let fixture = try ArchiveFixture(site: Sample.site("page_size: 7"))
    for (path, text) in documents { try fixture.write(text, "content/" + path) }
    return fixture
  }

  @Test("two builds are the same with any number of jobs, into any folder, of files made in any order")
  func identical() throws {
    let documents = documents()
    let one = try fixture(documents)
    one.request.jobs = 1
    try one.build()
    let expected = try one.files(in: "public")
    #expect(expected.count > 300)
    for jobs in [2, 5] {
      let other = try fixture(jobs == 2 ? documents.reversed() : documents.shuffled())
      other.request.jobs = jobs
      try other.build(into: "elsewhere/the site")
      let files = try other.files(in: "elsewhere/the site")
      #expect(Set(files.keys) == Set(expected.keys))
      #expect(files.filter { expected[$0.key] != $0.value }.map(\.key) == [])
    }
  }

  @Test("no file names the folder that it was built in or from")
  func noPaths() throws {
    let fixture = try fixture(documents())
    try fixture.build()
    let name = Data(fixture.root.utf8)
    #expect(try fixture.files(in: "public").filter { $0.value.range(of: name) != nil }.map(\.key) == [])
  }

  @Test("findings stand in the same order with any number of jobs")
  func findings() throws {
    let documents = documents().map { ($0.path, $0.text.replacing("#2024-00", with: "#2024-90")) }
    let fixture = try fixture(documents)
    fixture.request.jobs = 1
    let expected = fixture.check().text(.json)
    #expect(expected.contains("unknown-incident"))
    fixture.request.jobs = 5
    #expect(fixture.check().text(.json) == expected)
  }

  @Test(
    "what today is comes from --now, else from SOURCE_DATE_EPOCH in the archive's time zone, else from the clock"
  )
  func today() throws {
    let fixture = try ArchiveFixture([
      "incidents/a.md": Sample.notice("2024-001", published: "2024-06-11"),
      "incidents/b.md": Sample.notice("2024-002", published: "2024-06-12"),
    ])
    func count(now: String?, epoch: String?) throws -> Int {
      fixture.request.now = now.flatMap { CivilDate(written: $0) }
      fixture.request.sourceDateEpoch = epoch
      return try fixture.archive().notices.count
    }
    #expect(try count(now: "2024-06-11", epoch: "1800000000") == 1)
    // 2024-06-11T14:59:59Z and a second later: midnight in Asia/Tokyo.
    #expect(try count(now: nil, epoch: "1718117999") == 1)
    #expect(try count(now: nil, epoch: "1718118000") == 2)
    #expect(try count(now: nil, epoch: nil) == 2)
    fixture.request.sourceDateEpoch = "soon"
    #expect(fixture.findings() == ["- error invalid-date"])
  }
}
