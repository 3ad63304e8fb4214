import TestSupport
import Testing

@testable import Casebook

struct OrganizationTests {
  @Test("an organization is found by its id, name and aliases, however they are written")
  func names() throws {
    let archive = try ArchiveFixture([
      "organizations/iseto.md": Sample.named("株式会社イセトー", reading: "いせとー", "aliases: [イセトー, ISETO]"),
      "incidents/a.md": Sample.notice(publisher: "iseto"),
      "incidents/b.md": Sample.notice("2024-002", publisher: "㈱イセトー"),
      "incidents/c.md": Sample.notice("2024-003", publisher: "（株） ｲｾﾄｰ"),
      "incidents/d.md": Sample.notice("2024-004", publisher: "ＩＳＥＴＯ"),
    ]).archive()
    #expect(archive.organizations.map(\.id) == ["iseto"])
    #expect(archive.organizations[0].appearances == [.init(role: nil, notices: [3, 2, 1, 0])])
  }

  @Test("an organization without a file is a warning, and an error with --strict; its id is its folded name")
  func unknown() throws {
    let fixture = try ArchiveFixture(["incidents/a.md": Sample.notice(publisher: "㈱青葉")])
    #expect(try fixture.archive().organizations.map(\.id) == ["株式会社青葉"])
    #expect(fixture.findings() == ["content/incidents/a.md:5:12 warning unknown-organization"])
    #expect(fixture.findings(strict: true) == ["content/incidents/a.md:5:12 error unknown-organization"])
  }

  @Test("a mistyped organization is told which one is near")
  func nearest() throws {
    let fixture = try ArchiveFixture([
      "organizations/nishinomiya-city.md": Sample.named("西宮市", reading: "にしのみやし"),
      "incidents/a.md": Sample.notice(publisher: "nishinomiya-sity"),
    ])
    #expect(fixture.load().report.diagnostics.map(\.hint) == ["did you mean 'nishinomiya-city'?"])
  }

  @Test("two files that fold to one name are an error, never a merge")
  func collision() throws {
    let fixture = try ArchiveFixture([
      "organizations/a.md": Sample.named("株式会社青葉", reading: "あおば"),
      "organizations/b.md": Sample.named("㈱青葉", reading: "あおば"),
    ])
    #expect(fixture.findings() == ["content/organizations/b.md:0:0 error duplicate-identifier"])
  }

  @Test("organizations stand by reading, those without one last, whatever the order of the files")
  func order() throws {
    let archive = try ArchiveFixture([
      "organizations/1.md": Sample.named("若葉市", reading: "わかばし"),
      "organizations/2.md": Sample.named("Google", reading: "グーグル"),
      "organizations/3.md": Sample.named("ABC", reading: "ABC"),
      "organizations/4.md": Sample.named("ガス会社", reading: "がすがいしゃ"),
      "organizations/5.md": Sample.named("青葉市", reading: "あおばし"),
      "incidents/a.md": Sample.notice(publisher: "未登録の会社"),
    ]).archive()
    #expect(archive.organizations.map(\.id) == ["5", "4", "2", "1", "3", "未登録の会社"])
  }

  @Test("its notices stand by role, the publisher's first, the newest first, each once in a role")
  func appearances() throws {
    let fixture = try ArchiveFixture([
      "incidents/a.md": Sample.notice(
        published: "2024-06-01", publisher: "a",
        "parties:\n  - {organization: x, role: processor}\n  - {organization: x, role: subprocessor}\n  - {organization: x, role: processor, service: 印刷}"
      ),
      "incidents/b.md": Sample.notice(published: "2024-06-02", publisher: "x"),
      "incidents/c.md": Sample.notice(
        published: "2024-06-03", publisher: "b", "parties:\n  - {organization: x, role: processor}"),
    ])
    let organization = try #require(try fixture.archive().organizations.first { $0.id == "x" })
    #expect(
      organization.appearances == [
        .init(role: nil, notices: [1]), .init(role: .processor, notices: [2, 0]),
        .init(role: .subprocessor, notices: [0]),
      ])
    #expect(organization.notices == [2, 1, 0])
    let page = try #require(try fixture.page("/organizations/x/"))
    #expect(page.contains("section: 委託先 2\nnotice: /incidents/2024-001/2024-06-03-b/"))
  }

  @Test("a parent lists its children, and an organization cannot belong to itself")
  func parents() throws {
    let fixture = try ArchiveFixture([
      "organizations/a.md": Sample.named("あ", "parent: b"), "organizations/b.md": Sample.named("い"),
      "organizations/c.md": Sample.named("う", "parent: い"),
    ])
    let organizations = try fixture.archive().organizations
    #expect(organizations.map(\.parent) == [1, nil, 1] && organizations[1].children == [0, 2])
    try fixture.write(Sample.named("い", "parent: c"), "content/organizations/b.md")
    #expect(fixture.findings().contains { $0.hasSuffix("error organization-cycle") })
  }
}
