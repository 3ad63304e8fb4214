import TestSupport
import Testing

@testable import Casebook

struct NoticeSpanTests {
  private func span(published: String = "2024-06-11", _ timeline: String) throws -> NoticeSpan {
    let keys = timeline.isEmpty ? "" : "timeline: [\(timeline)]"
    let archive = try ArchiveFixture(["incidents/a.md": Sample.notice(published: published, keys)]).archive()
    return NoticeSpan(archive.notices[0].notice)
  }

  @Test("a span goes from the first occurrence through the first knowledge to the publication")
  func days() throws {
    let span = try span(
      "{date: 2024-06-06, event: processor_reported}, {date: 2024-05-26, event: occurred}, {date: 2024-06-04, event: detected}"
    )
    #expect(span.daysToDiscovery == 9)
    #expect(span.discovery?.event == .detected)
    #expect(span.daysFromDiscovery == 7)
    #expect(span.daysFromOccurrence == 16)
  }

  @Test("days count across the end of February of a leap year")
  func leapYear() throws {
    let span = try span(published: "2024-03-01", "{date: 2024-02-28, event: detected}")
    #expect(span.daysFromDiscovery == 2)
    #expect(span.daysFromOccurrence == nil)
    #expect(span.daysToDiscovery == nil)
  }

  @Test("a notice that states neither day has an empty span")
  func empty() throws {
    #expect(try span("").isEmpty)
    #expect(try span("{date: 2024-06-01, event: police_reported}").isEmpty)
  }

  @Test("what was known before it happened, and what comes after the publication, is left out")
  func order() throws {
    let earlier = try span(
      "{date: 2024-06-03, event: occurred}, {date: 2024-06-01, event: detected}, {date: 2024-06-05, event: detected}"
    )
    #expect(earlier.daysToDiscovery == 2)
    #expect(try span(published: "2024-06-01", "{date: 2024-06-02, event: detected}").isEmpty)
  }

  @Test("each publisher's first notice on a case counts, in the order of publication")
  func firstNotices() throws {
    let archive = try ArchiveFixture([
      "incidents/a.md": Sample.notice(title: "続報", published: "2024-06-20", publisher: "a"),
      "incidents/b.md": Sample.notice(title: "第一報", published: "2024-06-12", publisher: "a"),
      "incidents/c.md": Sample.notice(title: "別の公表者", published: "2024-06-11", publisher: "b"),
    ]).archive()
    let titles = archive.firstNotices(ofIncident: 0).map { archive.notices[$0].notice.title }
    #expect(titles == ["別の公表者", "第一報"])
  }
}
