import Testing

@testable import Casebook

struct ContentPathTests {
  private static let hiddenFile = ContentPath.misplaced(
    hint: "hidden files are published from content/static/ only; remove it")

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
    "an incident's own file is index.md and nothing that looks like it",
    arguments: [
      ("2024-001/index.md", ContentPath.incident), ("2024/001/index.md", .incident), ("index.md", .incident),
      ("2024-001/aindex.md", .notice), ("2024-001/indexa.md", .notice), ("2024-001/Index.md", .notice),
      ("2024-001/ndex.md", .notice), ("2024-001/-index.md", .notice), ("2024-001/index.a.md", .notice),
      ("2024-001/a.index.md", .notice), ("2024-001/index/a.md", .notice), ("aindex.md", .notice),
      ("事件index.md", .notice), ("事件/index.md", .incident),
    ])
  func index(_ path: String, _ kind: ContentPath) {
    #expect(ContentPath("incidents/" + path) == kind)
  }

  @Test(
    "a part that starts with a dot is hidden",
    arguments: [
      ".git/x", ".incidents/a.md", "incidents/.md", "incidents/.a.md", "incidents/2024-001/.hidden",
      "incidents/2024-001/.index.md", "incidents/.git/x", "incidents/2024-001/.git/index.md",
      "tags/.git/a.md", "articles/a/.図.png", "pages/..a.md",
    ])
  func hidden(_ path: String) {
    #expect(ContentPath(path) == Self.hiddenFile)
  }

  @Test("a dot hides a file at the start of a part alone, wherever in the path that is")
  func dots() {
    for length in 1...40 {
      let part = "incidents/" + String(repeating: "a", count: length)
      #expect(ContentPath(part + "/.a.md") == Self.hiddenFile)
      for path in [part + ".b.md", part + "./b.md", part + "..md", part + "/b.c/d.e.md"] {
        #expect(ContentPath(path) == .notice)
      }
    }
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
