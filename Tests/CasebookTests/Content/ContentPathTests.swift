import Testing

@testable import Casebook

struct ContentPathTests {
  @Test(
    "a file is what its place makes it",
    arguments: [
      ("site.yaml", ContentPath.site), ("incidents/2024-217/a.md", .notice), ("incidents/a.md", .notice),
      ("incidents/2024/deep/er/a.md", .notice), ("incidents/2024-217/index.md", .incident),
      ("organizations/iseto.md", .organization(id: "iseto")),
      ("tags/委託先.md", .tag(id: "委託先")), ("articles/windows-11.md", .article(slug: "windows-11")),
      ("pages/about.md", .page(path: "about")),
      ("pages/about/policy.md", .page(path: "about/policy")), ("static/CNAME", .staticFile(path: "CNAME")),
      ("static/.well-known/security.txt", .staticFile(path: ".well-known/security.txt")),
      ("static/a.md", .staticFile(path: "a.md")),
      ("incidents/2024-217/図.png", .attachment), ("articles/a/図.png", .attachment),
      ("pages/a.pdf", .attachment),
    ])
  func places(_ path: String, _ kind: ContentPath) {
    #expect(ContentPath(path) == kind)
  }

  @Test(
    "a file that has no place is never left out in silence",
    arguments: [
      "notes.txt", "site.yml", "news/a.md", "organizations/list.csv", "tags/sub/a.md", "incidents/a.MD",
      "incidents/a.markdown", "incidents/.hidden.md",
      "pages/.git/config",
    ])
  func misplaced(_ path: String) {
    guard case .misplaced = ContentPath(path) else {
      Issue.record("\(path) is taken for \(ContentPath(path))")
      return
    }
  }
}
