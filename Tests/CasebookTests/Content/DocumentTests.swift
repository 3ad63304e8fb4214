import TestSupport
import Testing

@testable import Casebook

/// Whole documents, with every key that they can have.
struct DocumentTests {
  @Test("a notice with every key is read in full")
  func notice() throws {
    let fixture = try ArchiveFixture([
      "incidents/2024-217/a.md": """
      ---
      case: ["2024-217", "2024-218"]
      title: 委託先への攻撃について
      published: 令和6年6月11日（火）
      publisher: 西宮市
      summary: 宛名情報78件。
      tags: [ransomware, 委託先]
      parties:
        - {organization: 株式会社イセトー, role: processor, service: 封入封緘}
      release: {sequence: 2, type: follow_up}
      disclosure: potential
      cause: ransomware
      affected:
        - {subject: 宛名情報, organization: 大田区, count: 78, unit: records, qualifier: about, data: [name, tax], as_of: 2024-06-06, superseded: true}
      secondary_damage: none_confirmed
      timeline:
        - {date: 2024-05-26, end: 2024-05-28, event: occurred, note: 感染, approximate: true}
      source: {url: "https://example.jp/a", mirrors: ["https://archive.example/a"]}
      corrections: [{date: 2024-06-20, change: 件数を直した}]
      draft: false
      slug: first
      aliases: [/old/a/]
      ---
      本文。
      """
    ])
    let archived = try #require(try fixture.archive().notices.first)
    let notice = archived.notice
    #expect(notice.cases.map(\.value.description) == ["2024-217", "2024-218"])
    #expect(notice.title == "委託先への攻撃について")
    #expect(notice.published.description == "2024-06-11")
    #expect(notice.publisher.value == "西宮市")
    #expect(notice.summary == "宛名情報78件。")
    #expect(notice.tags.map(\.value) == ["ransomware", "委託先"])
    let party = try #require(notice.parties.first)
    #expect((party.organization.value, party.role, party.service) == ("株式会社イセトー", .processor, "封入封緘"))
    #expect(notice.release == Release(sequence: 2, type: .followUp))
    #expect(
      (notice.disclosure, notice.cause, notice.secondaryDamage) == (.potential, .ransomware, .noneConfirmed))
    let affected = try #require(notice.affected.first)
    #expect((affected.subject, affected.organization?.value, affected.count) == ("宛名情報", "大田区", 78))
    #expect((affected.unit, affected.qualifier, affected.isSuperseded) == (.records, .about, true))
    #expect((affected.data.map(\.id), affected.asOf?.description) == (["name", "tax"], "2024-06-06"))
    let event = try #require(notice.timeline.first)
    #expect((event.date.description, event.end?.description) == ("2024-05-26", "2024-05-28"))
    #expect((event.event, event.note, event.isApproximate) == (.occurred, "感染", true))
    #expect(
      notice.source == NoticeSource(url: "https://example.jp/a", mirrors: ["https://archive.example/a"]))
    #expect(notice.corrections.map(\.change) == ["件数を直した"])
    #expect(
      (notice.isDraft, notice.slug?.value, notice.aliases.map(\.value)) == (false, "first", ["/old/a/"]))
    #expect(String(decoding: notice.body.bytes, as: UTF8.self).contains("本文。"))
  }

  @Test("a notice needs a case, a title, a day and a publisher, and nothing else")
  func leastNotice() throws {
    let notice = try #require(
      try ArchiveFixture(["incidents/a.md": Sample.notice()]).archive().notices.first?.notice)
    #expect(notice.cases.map(\.value.description) == ["2024-001"])
    #expect(
      notice.affected.isEmpty && notice.tags.isEmpty && notice.disclosure == nil && notice.release == nil)
  }

  @Test(
    "each key that a notice needs is named when it is missing",
    arguments: ["case", "title", "published", "publisher"])
  func missingKey(_ key: String) throws {
    let lines = Sample.notice().split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.hasPrefix(key + ":")
    }
    let fixture = try ArchiveFixture(["incidents/a.md": lines.joined(separator: "\n")])
    let report = fixture.load().report
    #expect(report.diagnostics.map(\.code) == [.missingKey])
    #expect(report.diagnostics.first?.message == "the key '\(key)' is missing")
  }

  @Test("one case needs no list, and a list may have one")
  func caseForms() throws {
    for written in ["2024-001", "[\"2024-001\"]"] {
      let archive = try ArchiveFixture(["incidents/a.md": Sample.notice(written)]).archive()
      #expect(archive.incidents.map(\.number.description) == ["2024-001"])
    }
  }

  @Test("an empty list of cases, and a case that stands twice, are refused")
  func wrongCaseLists() throws {
    let empty = try ArchiveFixture(["incidents/a.md": Sample.notice("[]")])
    #expect(empty.load().report.diagnostics.map(\.code) == [.emptyValue])
    let twice = try ArchiveFixture(["incidents/a.md": Sample.notice("[\"2024-001\", \"2024-001\"]")])
    #expect(twice.findings().contains { $0.hasSuffix("2:20 error duplicate-value") })
  }

  @Test("every mistake of a file is reported, in the order of the lines")
  func allMistakes() throws {
    let fixture = try ArchiveFixture([
      "incidents/a.md": Sample.notice(
        published: "2024-02-30",
        "caus: ransomware\ndisclosure: perhaps\ndraft: yes\naffected:\n  - {subject: 顧客, count: 12}")
    ])
    #expect(
      fixture.findings() == [
        "content/incidents/a.md:4:12 error invalid-date", "content/incidents/a.md:6:1 error unknown-key",
        "content/incidents/a.md:7:13 error unknown-term", "content/incidents/a.md:8:8 error wrong-type",
        "content/incidents/a.md:10:26 error missing-key",
      ])
  }

  @Test("an incident's own file gives it what it says")
  func incident() throws {
    let archive = try ArchiveFixture([
      "incidents/a.md": Sample.notice("2024-002"), "incidents/b.md": Sample.notice(),
      "incidents/index.md": Sample.incident(
        "2024-001",
        "title: 事件の題\nstatus: closed\ntags: [a]\nrelated: [\"2024-002\"]\nveris: {action: {malware: {variety: [Ransomware]}}}\n"
          + "corrections: [{date: 2024-07-01, change: 直した}]\naliases: [/old/]", body: "編者の言葉。"),
    ]).archive()
    let incident = try #require(archive.incidents.first)
    #expect((incident.title, incident.status) == ("事件の題", .closed))
    #expect(incident.file?.veris != nil)
    #expect(incident.file?.corrections.map(\.change) == ["直した"])
    #expect(incident.related == [1])
  }

  @Test("site.yaml has defaults for what it need not say")
  func site() throws {
    let site = try ArchiveFixture().archive().site
    #expect((site.language, site.timeZone, site.pageSize, site.feedSize) == ("ja", "Asia/Tokyo", 50, 50))
  }

  @Test("a kind of data that site.yaml adds can be named in notices; one that is built in cannot be added")
  func ownDataKinds() throws {
    let keys = "data_kinds: [{id: passport, label: 旅券番号, veris: Personal}]"
    let notice = Sample.notice("2024-001", "affected: [{subject: 顧客, data: [passport]}]")
    let archive = try ArchiveFixture(site: Sample.site(keys), ["incidents/a.md": notice]).archive()
    #expect(archive.notices.first?.notice.affected.first?.data.map(\.label) == ["旅券番号"])
    let builtIn = try ArchiveFixture(
      site: Sample.site("data_kinds: [{id: name, label: 名前, veris: Personal}]"))
    #expect(builtIn.load().report.diagnostics.map(\.code) == [.duplicateIdentifier])
  }
}
