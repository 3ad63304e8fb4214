import TestSupport
import Testing

@testable import Casebook

struct IncidentTests {
  private func incident(_ number: String, in archive: Archive) throws -> Incident {
    let number = try #require(CaseNumber(number))
    return archive.incidents[try #require(archive.incident(number))]
  }

  /// An archive of one case, with a notice of each publisher.
  private func archive(_ notices: (published: String, publisher: String, keys: String)...) throws -> Archive {
    let fixture = try ArchiveFixture()
    for (index, notice) in notices.enumerated() {
      try fixture.write(
        Sample.notice(published: notice.published, publisher: notice.publisher, notice.keys),
        "content/incidents/\(index).md")
    }
    return try fixture.archive()
  }

  @Test("incidents stand in number order, and years newest first")
  func order() throws {
    let archive = try ArchiveFixture([
      "incidents/a.md": Sample.notice("2024-1000"),
      "incidents/b.md": Sample.notice("2024-999", published: "2024-06-12"),
      "incidents/c.md": Sample.notice("2023-001", published: "2024-06-13"),
      "incidents/d.md": Sample.notice("2024-002", published: "2024-06-14"),
    ]).archive()
    #expect(archive.incidents.map(\.number.description) == ["2023-001", "2024-002", "2024-999", "2024-1000"])
    #expect(archive.years.map(\.year) == [2024, 2023])
    #expect(archive.years.map(\.incidents) == [1..<4, 0..<1])
  }

  @Test("notices of one case stand in the order of publication, and those of one day in that of their paths")
  func notices() throws {
    let archive = try ArchiveFixture([
      "incidents/z.md": Sample.notice(title: "第一報", published: "2024-06-01"),
      "incidents/b.md": Sample.notice(title: "同日の二", published: "2024-06-10", publisher: "b"),
      "incidents/a.md": Sample.notice(title: "同日の一", published: "2024-06-10", publisher: "a"),
    ]).archive()
    let incident = try incident("2024-001", in: archive)
    #expect(incident.notices.map { archive.notices[$0].notice.title } == ["第一報", "同日の一", "同日の二"])
    #expect(incident.title == "第一報")
  }

  @Test("a notice about several cases is on each of them, and at home in the first")
  func severalCases() throws {
    let fixture = try ArchiveFixture(["incidents/a.md": Sample.notice("[\"2024-002\", \"2024-001\"]")])
    let archive = try fixture.archive()
    #expect(archive.incidents.map(\.notices) == [[0], [0]])
    #expect(archive.url(ofNotice: 0).path == "/incidents/2024-002/2024-06-11-aoba/")
    #expect(
      try fixture.page("/incidents/2024-001/")?.contains("notice: /incidents/2024-002/2024-06-11-aoba/")
        == true)
    #expect(try fixture.page("/incidents/2024-001/2024-06-11-aoba/") == nil)
  }

  @Test(
    "parties are gathered by role, publishers first, each organization once in a role with all its services")
  func parties() throws {
    let archive = try archive(
      (
        "2024-06-01", "nishinomiya",
        "parties:\n  - {organization: iseto, role: processor, service: 封入}\n  - {organization: nishinomiya, role: controller}"
      ),
      (
        "2024-06-02", "tokyo",
        "parties:\n  - {organization: iseto, role: subprocessor}\n  - {organization: iseto, role: processor, service: 印刷}\n  - {organization: iseto, role: processor, service: 封入}"
      ))
    let parties = try incident("2024-001", in: archive).parties
    let shown = parties.map {
      "\($0.role?.rawValue ?? "publisher") \(archive.organizations[$0.organization].id) \($0.services)"
    }
    #expect(
      shown == [
        "publisher nishinomiya []", "publisher tokyo []", "controller nishinomiya []",
        "processor iseto [\"封入\", \"印刷\"]", "subprocessor iseto []",
      ])
  }

  @Test("the timelines of all notices become one, in which what two of them state alike stands once")
  func timeline() throws {
    let archive = try archive(
      (
        "2024-06-11", "a",
        "timeline:\n  - {date: 2024-06-04, event: detected}\n  - {date: 2024-05-26, event: occurred, note: 感染}"
      ),
      (
        "2024-06-04", "b",
        "timeline:\n  - {date: 2024-05-26, event: occurred, note: 感染}\n  - {date: 2024-06-04, event: announced, note: 公表した}"
      ))
    let timeline = try incident("2024-001", in: archive).timeline
    #expect(
      timeline.map {
        "\($0.event.date) \($0.event.event.rawValue) \($0.event.note ?? "-") \($0.notices) \($0.isPublication)"
      } == [
        "2024-05-26 occurred 感染 [0, 1] false", "2024-06-04 detected - [1] false",
        "2024-06-04 announced 公表した [0] true",
        "2024-06-11 announced - [1] true",
      ])
  }

  @Test(
    "what is stated of a day stands together by what happened, in the order in which that is first stated")
  func kinds() throws {
    let archive = try archive(
      (
        "2024-06-11", "a",
        "timeline:\n  - {date: 2024-06-04, event: detected, note: 一}\n  - {date: 2024-06-04, event: other, note: 二}"
      ),
      (
        "2024-06-12", "b",
        "timeline:\n  - {date: 2024-06-04, event: detected, note: 三}\n  - {date: 2024-06-04, event: other, note: 二}\n  - {date: 2024-06-01, event: other, note: 四}"
      ))
    let timeline = archive.incidents[0].timeline
    #expect(timeline.map(\.event.note) == ["四", "一", "三", "二", nil, nil])
    #expect(timeline.map(\.notices) == [[1], [0], [1], [0, 1], [0], [1]])
  }

  @Test("of two announcements on the day of publication both notes stand in the timeline")
  func twoAnnouncements() throws {
    let archive = try ArchiveFixture([
      "incidents/a.md": Sample.notice(
        "2024-001",
        """
        timeline:
          - {date: 2024-06-11, event: announced, note: 第一の発表}
          - {date: 2024-06-11, event: announced, note: 会見}
        """)
    ]).archive()
    let timeline = archive.incidents[0].timeline
    #expect(timeline.map(\.event.note) == ["会見", "第一の発表"])
    #expect(timeline.map(\.isPublication) == [false, true])
  }

  @Test("figures are kept as each notice stated them and never added up")
  func figures() throws {
    let archive = try ArchiveFixture([
      "incidents/a.md": Sample.notice(
        published: "2024-06-01", publisher: "a",
        "affected:\n  - {subject: 宛名, count: 5, unit: records, superseded: true}\n  - {subject: 宛名, count: 78, unit: records}"
      ),
      "incidents/b.md": Sample.notice(
        published: "2024-06-02", publisher: "b",
        "affected:\n  - {subject: 市民, organization: a, count: 10, unit: persons}"),
    ]).archive()
    let figures = try incident("2024-001", in: archive).figures
    #expect(
      figures.map {
        "\($0.notice) \(archive.organizations[$0.organization].id) \($0.affected.count ?? 0) \($0.affected.isSuperseded)"
      } == ["0 a 5 true", "0 a 78 false", "1 a 10 false"])
  }

  @Test("a relation that one side names counts for both, once")
  func related() throws {
    let archive = try ArchiveFixture([
      "incidents/1/a.md": Sample.notice("2024-001"),
      "incidents/1/index.md": Sample.incident("2024-001", "related: [\"2024-003\", \"2024-002\"]"),
      "incidents/2/a.md": Sample.notice("2024-002"),
      "incidents/2/index.md": Sample.incident("2024-002", "related: [\"2024-001\"]"),
      "incidents/3/a.md": Sample.notice("2024-003"),
    ]).archive()
    #expect(archive.incidents.map(\.related) == [[1, 2], [0], [0]])
  }

  @Test("a merged case keeps its page, says where it went, and its target says what came in")
  func merged() throws {
    let fixture = try ArchiveFixture([
      "incidents/1/a.md": Sample.notice("2024-001"),
      "incidents/2/index.md": Sample.incident("2024-002", "status: merged\nmerged_into: \"2024-001\""),
    ])
    let archive = try fixture.archive()
    #expect(archive.incidents[1].mergedInto == 0 && archive.incidents[0].mergedFrom == [1])
    #expect(try fixture.page("/incidents/2024-002/")?.contains("merged into: /incidents/2024-001/") == true)
    #expect(try fixture.page("/incidents/2024-001/")?.contains("merged from: /incidents/2024-002/") == true)
  }

  @Test("a withdrawn case keeps its page without notices and says when and why")
  func withdrawn() throws {
    let fixture = try ArchiveFixture([
      "incidents/index.md": Sample.incident(
        "2024-001", "status: withdrawn\nwithdrawn: {date: 2024-07-01, reason: 別の事件と取り違えた}")
    ])
    #expect(try fixture.page("/incidents/2024-001/")?.contains("withdrawn: 2024-07-01 別の事件と取り違えた") == true)
    #expect(try fixture.page("/incidents/")?.contains("/incidents/2024-001/") == true)
  }

  @Test("previous and next lead through the numbers, over the end of a year")
  func neighbours() throws {
    let fixture = try ArchiveFixture([
      "incidents/a.md": Sample.notice("2023-900"), "incidents/b.md": Sample.notice("2024-001"),
      "incidents/c.md": Sample.notice("2024-1000"),
    ])
    let first = try #require(try fixture.page("/incidents/2023-900/"))
    #expect(first.contains("next: /incidents/2024-001/") && !first.contains("previous:"))
    let last = try #require(try fixture.page("/incidents/2024-1000/"))
    #expect(last.contains("previous: /incidents/2024-001/") && !last.contains("next:"))
  }

  @Test("drafts and notices of the future are left out until they are asked for")
  func due() throws {
    let fixture = try ArchiveFixture([
      "incidents/a.md": Sample.notice("2024-001"), "incidents/b.md": Sample.notice("2024-002", "draft: true"),
      "incidents/c.md": Sample.notice("2024-003", published: "2025-01-01"),
      "incidents/d.md": Sample.notice("2024-004", published: "2024-12-31"),
      "incidents/3/index.md": Sample.incident("2024-003", "title: 先の事件"),
    ])
    func numbers() throws -> [String] { try fixture.archive().incidents.map(\.number.description) }
    #expect(try numbers() == ["2024-001", "2024-004"])
    fixture.request.includesDrafts = true
    #expect(try numbers() == ["2024-001", "2024-002", "2024-004"])
    fixture.request.includesFuture = true
    #expect(try numbers() == ["2024-001", "2024-002", "2024-003", "2024-004"])
  }
}
