import TestSupport
import Testing

@testable import Casebook

struct TimelineTests {
  private func fixture(_ notices: [(publisher: String, timeline: String)]) throws -> ArchiveFixture {
    let fixture = try ArchiveFixture()
    for (index, notice) in notices.enumerated() {
      try fixture.write(
        Sample.notice(
          published: "2024-06-11", publisher: notice.publisher, "timeline: [\(notice.timeline)]"),
        "content/incidents/\(index).md")
    }
    return fixture
  }

  private func days(_ fixture: ArchiveFixture) throws -> [TimelineDayView] {
    let site = try fixture.site()
    var diagnostics: [Diagnostic] = []
    let templates = SiteTemplates(root: fixture.root, &diagnostics)
    let context = PageContext(
      archive: site.archive, templates: templates, plan: site.plan, parallel: ParallelMap(jobs: 1))
    return Timeline(site.archive.incidents[0].timeline, namesSources: true, context).days
  }

  @Test("a day stands once, with the days since the occurrence")
  func elapsed() throws {
    let days = try days(
      fixture([
        ("a", "{date: 2024-05-26, event: occurred}, {date: 2024-06-06, event: scope_revised}"),
        ("b", "{date: 2024-05-20, event: other}, {date: 2024-06-06, event: detected}"),
      ]))
    #expect(days.map(\.date.description) == ["2024-05-20", "2024-05-26", "2024-06-06", "2024-06-11"])
    #expect(days.map(\.elapsedDays) == [nil, nil, 11, 16])
    #expect(days[2].events.map(\.event) == [.scopeRevised, .detected])
  }

  @Test("without an occurrence no days are counted")
  func unstated() throws {
    let days = try days(fixture([("a", "{date: 2024-05-26, event: detected}")]))
    #expect(days.map(\.elapsedDays) == [nil, nil])
  }

  @Test("what many notices say about one day is folded away behind the first ones")
  func folded() throws {
    let days = try days(
      fixture((1...7).map { ("o\($0)", "{date: 2024-05-26, event: occurred, note: 説明\($0)}") }))
    #expect(days[0].events.map(\.folds.shown.count) == [4])
    #expect(days[0].events.map(\.folds.folded.count) == [3])
    #expect(days[1].events.map(\.isPublication) == [true])
    #expect(days[1].events.map(\.folds.folded.count) == [3])
  }

  @Test(
    "the statements of the first notices are shown, those of the later ones folded away",
    arguments: [(4, "o1 o2 o3 o4 | 0"), (5, "o1 o2 o3 o4 o5 | 0"), (6, "o1 o2 o3 o4 | o5 o6 2")])
  func statements(_ count: Int, _ halves: String) throws {
    let fixture = try fixture(
      (1...count).map { ("o\($0)", "{date: 2024-05-26, event: occurred, note: 説明\($0)}") })
    let template = """
      {{#timeline}}{{#events}}{{word}}: \
      {{#statements}}{{#sources}}{{publisher.title}} {{/sources}}{{/statements}}| \
      {{#more_statements}}{{#sources}}{{publisher.title}} {{/sources}}{{/more_statements}}{{more_count}}; \
      {{/events}}{{/timeline}}
      """
    try fixture.write(template, "templates/incident.mustache")
    #expect(try fixture.page("/incidents/2024-001/") == "occurred: \(halves); announced: \(halves); ")
  }

  @Test("a list that is one longer than what is shown is not folded")
  func barelyLong() {
    #expect(FoldedRange(2..<6, limit: 3).folded.isEmpty)
    #expect(FoldedRange(2..<7, limit: 3).shown == 2..<5)
    #expect(FoldedRange(2..<7, limit: 3).folded == 5..<7)
  }
}

struct IndexGroupsTests {
  @Test("every row of the 五十音 is a heading, A–Z and 他 only when they have entries")
  func headings() {
    let kana = IndexGroups(["あおば", "いせとー", "なら"].map { Reading($0) })
    #expect(kana.headings.map(\.group.label).joined() == "あかさたなはまやらわ")
    #expect(kana.headings.compactMap(\.start) == [0, 2])
    let mixed = IndexGroups([Reading("わかば"), Reading("google"), nil])
    #expect(mixed.headings.map(\.group.label).suffix(3) == ["わ", "A–Z", "他"])
    #expect(mixed.headings.compactMap(\.start) == [0, 1, 2])
  }
}
