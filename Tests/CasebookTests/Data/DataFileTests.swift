import Foundation
import TestSupport
import Testing

@testable import Casebook

/// Which data files a site has, and what stands in them.
struct DataFileTests {
  private static func archive(_ keys: String = "") throws -> ArchiveFixture {
    try ArchiveFixture(
      site: Sample.site(keys),
      [
        "incidents/2024-001/2024-06-11-aoba.md": Sample.notice(
          "[\"2024-001\", \"2024-002\"]", body: "本文\n\nです。"),
        "incidents/2024-002/2024-06-12-aoba.md": Sample.notice("2024-002", published: "2024-06-12"),
      ])
  }

  private func addresses(_ fixture: ArchiveFixture) throws -> [String] {
    try fixture.site().plan.items.compactMap { if case .data = $0.content { $0.url.path } else { nil } }
  }

  @Test("every file of the data is planned when site.yaml says nothing")
  func all() throws {
    let addresses = try addresses(Self.archive())
    for path in [
      "/data/notices.csv", "/data/affected.json", "/data/timeline.schema.json", "/data/notices.ndjson",
      "/data/notice.schema.json", "/data/archive.json", "/data/archive.schema.json", "/data/datapackage.json",
      "/data/archive.sqlite", "/data/datasette.json", "/data/veris/2024-001.json",
      "/incidents/2024-001/index.json", "/incidents/2024-001/2024-06-11-aoba/index.json",
    ] {
      #expect(addresses.contains(path))
    }
  }

  @Test(
    "each family can be turned off",
    arguments: [
      ("data: false", ["/data/archive.sqlite", "/data/datasette.json"]),
      ("data: false, sqlite: false", []),
    ])
  func families(_ outputs: String, _ expected: [String]) throws {
    let fixture = try Self.archive("outputs: {\(outputs), veris: false, page_json: false}")
    #expect(try addresses(fixture) == expected)
    #expect(try fixture.page("/data/") == nil)
  }

  @Test("a notice stands once in archive.json, under its home; other cases name it")
  func home() throws {
    let text = try #require(try Self.archive().page("/data/archive.json"))
    let archive = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let incidents = try #require(archive["incidents"] as? [[String: Any]])
    let notices = incidents.map {
      ($0["notices"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }
    #expect(notices == [["2024-001/2024-06-11-aoba"], ["2024-002/2024-06-12-aoba"]])
    #expect(
      incidents[1]["notice_ids"] as? [String] == ["2024-001/2024-06-11-aoba", "2024-002/2024-06-12-aoba"])
  }

  @Test("a record beside a page has the text as it is written")
  func text() throws {
    let record = try #require(try Self.archive().page("/incidents/2024-001/2024-06-11-aoba/index.json"))
    #expect(record.contains(#""body":"本文\n\nです。""#))
    #expect(record.contains(#""case_numbers":["2024-001","2024-002"]"#))
  }

  @Test("the terms of use stand in the data; where none are stated, nothing is assumed")
  func license() throws {
    let key = "license: {name: CC BY 4.0, url: 'https://creativecommons.org/licenses/by/4.0/'}"
    for path in ["/data/archive.json", "/data/datapackage.json", "/data/datasette.json"] {
      #expect(try Self.archive(key).page(path)?.contains("CC BY 4.0") == true)
      #expect(try Self.archive().page(path)?.contains("CC BY") == false)
    }
    #expect(try Self.archive().page("/data/archive.json")?.contains("\"license\": null") == true)
  }

  @Test("two notices with one address are reported for that alone")
  func collision() throws {
    let fixture = try ArchiveFixture([
      "incidents/a/one.md": Sample.notice(), "incidents/a/two.md": Sample.notice(),
    ])
    #expect(fixture.check().diagnostics.filter { $0.code == .urlCollision }.count == 1)
  }

  @Test("columns have one name in a table, and tables one in the data")
  func names() {
    #expect(Set(DataTable.all.map(\.name)).count == DataTable.all.count)
    for table in DataTable.all {
      let names = table.columns.map(\.name)
      #expect(Set(names).count == names.count, "\(table.name)")
      #expect(Set(table.key).isSubset(of: names), "\(table.name)")
    }
  }
}
