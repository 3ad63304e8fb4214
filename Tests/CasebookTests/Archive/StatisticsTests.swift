import TestSupport
import Testing

@testable import Casebook

struct StatisticsTests {
  /// Two notices on one case, one of them also about a second case, and one two years later.
  private func archive() throws -> Archive {
    try ArchiveFixture([
      "organizations/aoba.md": Sample.named("青葉市", reading: "あおばし", "type: municipality"),
      "organizations/iseto.md": Sample.named("イセトー", reading: "いせとー", "type: company"),
      "incidents/a.md": Sample.notice(
        "2022-001", published: "2022-03-10", publisher: "aoba",
        "cause: ransomware\ndisclosure: potential\ntags: [school]\nparties: [{organization: iseto, role: processor}, {organization: aoba, role: controller}]\naffected: [{subject: 児童, count: 12, unit: persons}, {subject: 旧, count: 9000, unit: persons, superseded: true}]\ntimeline: [{date: 2022-03-01, event: detected}]"
      ),
      "incidents/b.md": Sample.notice(
        "[\"2022-001\", \"2022-002\"]", published: "2022-04-01", publisher: "aoba",
        "cause: misuse\ntags: [school]\naffected: [{subject: 児童, count: 1500, unit: persons}, {subject: カード, count: 3, unit: cards}, {subject: 不明}]\ntimeline: [{date: 2022-03-01, event: detected}]"
      ),
      "incidents/c.md": Sample.notice(
        "2024-001", published: "2024-01-05", publisher: "iseto", "cause: ransomware"),
    ]).archive()
  }

  private func rows<Key>(_ tallies: [Tally<Key>]) -> [String] {
    tallies.map { "\($0.key.map { "\($0)" } ?? "-") \($0.notices) \($0.others)" }
  }

  @Test("years count notices by publication and incidents by their first notice, and leave no year out")
  func years() throws {
    let statistics = Statistics(try archive())
    #expect(rows(statistics.years) == ["2022 2 2", "2023 0 0", "2024 1 1"])
  }

  @Test("months are those of whole years")
  func months() throws {
    let months = Statistics(try archive()).months
    #expect(months.count == 36)
    #expect(months.first?.key == 2022 * 12)
    let filled = months.filter { $0.notices > 0 || $0.others > 0 }
    #expect(rows(filled) == ["\(2022 * 12 + 2) 1 1", "\(2022 * 12 + 3) 1 1", "\(2024 * 12) 1 1"])
  }

  @Test("an incident counts once under each cause that its notices state")
  func causes() throws {
    let statistics = Statistics(try archive())
    #expect(rows(statistics.causes) == ["ransomware 2 2", "misuse 1 2"])
  }

  @Test("notices that state nothing come last, and incidents none of whose notices does")
  func unstated() throws {
    #expect(rows(Statistics(try archive()).disclosures) == ["potential 1 1", "- 2 2"])
  }

  @Test("notices count by their publisher's type, organizations by their own")
  func organizations() throws {
    let statistics = Statistics(try archive())
    #expect(rows(statistics.organizationTypes) == ["municipality 2 1", "company 1 1"])
    #expect(rows(statistics.roles) == ["controller 1 1", "processor 1 1"])
  }

  @Test(
    "a publisher's first notice on a case counts for the days, a later one and a guest on the case do not")
  func delay() throws {
    let days = Statistics(try archive()).daysToAnnouncement
    #expect(days.total == 1)
    #expect(days.median == 9)
    #expect(days.filledBins.map(\.lowerBound) == [8])
  }

  @Test("figures are counted by unit, never added, and those revised later are left out")
  func figures() throws {
    let counts = Statistics(try archive()).statedCounts
    #expect(counts.map(\.unit) == [.persons, .cards])
    #expect(counts.map(\.distribution.total) == [2, 1])
    #expect(counts.map(\.distribution.maximum) == [1500, 3])
    #expect(counts[0].distribution.bins.map(\.count) == [0, 0, 1, 0, 1, 0, 0, 0])
  }

  /// The tags by their names.
  private func namedTags(_ archive: Archive) -> [String] {
    Statistics(archive).tags.map { tally in
      "\(tally.key.map { archive.tags[$0].name } ?? "-") \(tally.notices) \(tally.others)"
    }
  }

  @Test("tags come by how many notices have them, then by cases, then in the order of the index")
  func tags() throws {
    let archive = try ArchiveFixture([
      "incidents/a.md": Sample.notice("2024-001", published: "2024-06-01", "tags: [b, a, c, d]"),
      "incidents/b.md": Sample.notice("2024-001", published: "2024-06-02", "tags: [b, a, d]"),
      "incidents/c.md": Sample.notice("2024-001", published: "2024-06-03", "tags: [d]"),
      "incidents/d.md": Sample.notice("2024-002", published: "2024-06-04", "tags: [c]"),
    ]).archive()
    #expect(namedTags(archive) == ["d 3 1", "c 2 2", "a 2 1", "b 2 1"])
    #expect(namedTags(try self.archive()) == ["school 2 2"])
  }

  @Test("of many tags the first twenty in that order are kept")
  func manyTags() throws {
    let names = (11...32).map { "t\($0)" }.joined(separator: ", ")
    let archive = try ArchiveFixture([
      "incidents/a.md": Sample.notice("2024-001", published: "2024-06-01", "tags: [\(names)]"),
      "incidents/b.md": Sample.notice("2024-001", published: "2024-06-02", "tags: [t32]"),
    ]).archive()
    let kept = ["t32 2 1"] + (11...29).map { "t\($0) 1 1" }
    #expect(namedTags(archive) == kept)
  }

  @Test("a tag that only an article or a case's own file has is left out; such a file counts for the others")
  func tagsWithoutNotices() throws {
    let archive = try ArchiveFixture([
      "incidents/a.md": Sample.notice("2024-001", published: "2024-06-01", "tags: [a]"),
      "incidents/b.md": Sample.notice("2024-002", published: "2024-06-02"),
      "incidents/2024-002/index.md": Sample.incident("2024-002", "tags: [a, b]"),
      "articles/x.md": Sample.article("記事", "tags: [a, c]"),
    ]).archive()
    #expect(archive.tags.map(\.name) == ["a", "b", "c"])
    #expect(namedTags(archive) == ["a 1 2"])
  }

  @Test("an archive without notices has no counts")
  func empty() throws {
    let statistics = Statistics(try ArchiveFixture().archive())
    #expect(statistics.years.isEmpty && statistics.months.isEmpty && statistics.causes.isEmpty)
    #expect(statistics.roles.isEmpty && statistics.statedCounts.isEmpty && statistics.tags.isEmpty)
    #expect(statistics.daysToAnnouncement.median == nil)
  }
}

struct DistributionTests {
  @Test("a value falls into the last range that starts at or below it")
  func bounds() {
    let distribution = Distribution(of: [0, 1, 9, 10, 99, 100, 5000], lowerBounds: [0, 1, 10, 100])
    #expect(distribution.bins.map(\.count) == [1, 2, 2, 2])
    #expect(distribution.bins.map(\.upperBound) == [0, 9, 99, nil])
  }

  @Test("the median of an even number of values is the mean of the two in the middle")
  func median() {
    #expect(Distribution(of: [7, 1, 4], lowerBounds: [0]).median == 4)
    #expect(Distribution(of: [1, 2, 10, 3], lowerBounds: [0]).median == 2.5)
    #expect(Distribution(of: [], lowerBounds: [0]).median == nil)
  }

  @Test("ranges without a value are cut off at both ends, not in the middle")
  func filled() {
    let distribution = Distribution(of: [1, 100], lowerBounds: [0, 1, 10, 100, 1000])
    #expect(distribution.filledBins.map(\.lowerBound) == [1, 10, 100])
    #expect(Distribution(of: [], lowerBounds: [0, 1]).filledBins.isEmpty)
  }
}
