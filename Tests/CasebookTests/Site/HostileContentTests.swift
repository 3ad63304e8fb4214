import Foundation
import TestSupport
import Testing

@testable import Casebook

/// What content quotes, or a careless hand pastes, never becomes markup and never leaves the output folder.
struct HostileContentTests {
  /// A mark that is looked for in what is written; `<x-evil>` would be an element of its own.
  private static let markup = "<x-evil onclick=alert(1)>\"'&"

  @Test(
    "markup in any text of any document is shown as text, through the templates that are shipped and through ours"
  )
  func markup() throws {
    let cell = "\"" + Self.markup.replacing("\"", with: "\"\"") + "\""
    let text = "'" + Self.markup.replacing("'", with: "''") + "'"
    let fixture = try ArchiveFixture(
      site: """
        title: \(text)
        description: \(text)
        base_url: https://example.jp/
        publisher: {name: \(text)}
        menu: [{title: \(text), url: /tags/}]
        data_kinds: [{id: evil, label: \(text), veris: Other}]

        """,
      [
        "incidents/a.md": Sample.notice(
          "2024-001", title: text, publisher: text,
          """
          summary: \(text)
          tags: [\(text)]
          parties: [{organization: \(text), role: processor, service: \(text)}]
          affected: [{subject: \(text), organization: \(text), data: [evil]}]
          timeline: [{date: 2024-06-01, event: occurred, note: \(text)}]
          corrections: [{date: 2024-06-01, change: \(text)}]
          """,
          body:
            "\(Self.markup)\n\n# \(Self.markup)\n\n```csv \(Self.markup)\n\(cell),a\n\(cell),b\n```\n\n`\(Self.markup)`\n"
        ),
        "incidents/index.md": Sample.incident(
          "2024-001", "title: \(text)\ncorrections: [{date: 2024-06-01, change: \(text)}]", body: Self.markup),
        "incidents/w.md": Sample.incident("2024-002", body: ""),
        "articles/x.md": Sample.article(text, body: Self.markup),
        "pages/about.md": Sample.page(text, body: Self.markup),
        "organizations/o.md": Sample.named(text, reading: "あ", "aliases: [\(text.dropLast())x']"),
      ])
    try fixture.remove("content/incidents/w.md")
    for templates in [fixture.root, Repository.root] {
      fixture.request.templatesRoot = templates
      let report = try fixture.build()
      #expect(report.errorCount == 0, "\(report.text(.text))")
      let pages = try fixture.files(in: "public").filter { $0.key.hasSuffix(".html") }
      #expect(pages.count > 12)
      var shown = 0
      for (path, data) in pages {
        let html = String(decoding: data, as: UTF8.self)
        #expect(!html.contains("<x-evil") && !html.contains("alert(1)>"), "\(path)")
        let withoutValues = html.replacing(/"[^"]*"/, with: "")
        #expect(withoutValues.matches(of: /<[^>]*[\s\/]onclick/).isEmpty, "\(path)")
        shown += html.matches(of: /&lt;x-evil/).count
      }
      #expect(shown > 30)
    }
  }

  @Test("the whole title of a page and its citation are escaped, whichever part of them has the markup")
  func joinedTexts() throws {
    let fixture = try ArchiveFixture(
      site: Sample.site.replacing("試験アーカイブ", with: "'乙&<\"'"),
      [
        "organizations/aoba.md": Sample.named("'丙&<\"'", reading: "へい"),
        "incidents/a.md": Sample.notice(title: "'甲&<\"'"),
      ])
    let template = """
      {{<layout}}
      {{$content}}
      citation: {{#citation}}{{text}}{{/citation}}
      {{/content}}
      {{/layout}}
      """
    for kind in ["incident", "notice"] { try fixture.write(template, "templates/\(kind).mustache") }
    let mark = "&amp;&lt;&quot;"
    let citation = "「甲\(mark)」（事件番号2024-001、2024年6月11日公表）、乙\(mark)\n"
    let incident = try #require(try fixture.page("/incidents/2024-001/"))
    #expect(incident.contains("<title>#2024-001 甲\(mark) | 乙\(mark)</title>"))
    #expect(incident.contains("citation: \(citation)"))
    let notice = try #require(try fixture.page("/incidents/2024-001/2024-06-11-aoba/"))
    #expect(notice.contains("<title>甲\(mark) | 乙\(mark)</title>"))
    #expect(notice.contains("citation: 丙\(mark)\(citation)"))
    #expect(try fixture.page("/")?.contains("<title>乙\(mark)</title>") == true)
  }

  @Test(
    "a link that runs a script is no link",
    arguments: [
      "[x](javascript:alert(1))", "[x](JAVASCRIPT:alert(1))", "[x](java&#10;script:alert(1))",
      "[x](&#x6A;avascript:alert(1))", "[x](data:text/html,<b>)", "[x](vbscript:x)",
      "<javascript:alert(1)>", "![x](javascript:alert(1))", "[x]: javascript:alert(1)\n\n[x]",
      "[x](file:///etc/passwd)", "[x](\u{1}javascript:alert(1))",
    ])
  func scripts(_ markdown: String) {
    let html = MarkdownFixture.html(markdown).lowercased()
    #expect(html.matches(of: /(?:href|src)="[^"]*(?:script|data|file):/).isEmpty, "\(html)")
  }

  @Test("braces in content are text: a template never reads what it shows")
  func braces() throws {
    let fixture = try ArchiveFixture([
      "incidents/a.md": Sample.notice(
        "2024-001", title: "'{{title}} {{{body}}} {{>layout}} {{#site}}'", "tags: ['{{>partials/facts}}']",
        body: "{{{body}}} {{>layout}} `{{title}}`")
    ])
    let page = try #require(try fixture.page("/incidents/2024-001/2024-06-11-aoba/"))
    #expect(page.contains("title: {{title}} {{{body}}} {{&gt;layout}} {{#site}}\n"))
    #expect(page.contains("<p>{{{body}}} {{&gt;layout}} <code>{{title}}</code></p>"))
  }

  @Test(
    "a path that leads upwards is refused wherever a document can name one",
    arguments: [
      ("slug: ../../evil", "invalid-slug"), ("slug: ..", "invalid-slug"),
      ("aliases: [/../../evil/]", "invalid-path"), ("aliases: [../evil]", "invalid-path"),
      ("aliases: ['/a/..\\..\\evil']", "invalid-path"), ("aliases: [/%2e%2e/evil/]", "invalid-path"),
    ])
  func upwards(_ key: String, _ code: String) throws {
    let fixture = try ArchiveFixture(["incidents/a.md": Sample.notice("2024-001", key)])
    #expect(fixture.load().report.diagnostics.map(\.code.rawValue).contains(code))
  }

  @Test(
    "a link in a text cannot reach a file outside content/",
    arguments: ["../../../../etc/passwd", "/../../etc/passwd", "..%2f..%2f..%2fetc/passwd"])
  func linksUpwards(_ target: String) throws {
    let fixture = try ArchiveFixture(["incidents/a.md": Sample.notice(body: "[x](\(target))")])
    #expect(fixture.findings().contains { $0.hasSuffix("error missing-link-target") })
  }

  @Test("names of publishers and tags that look like paths become plain names in the output folder")
  func nameLikePaths() throws {
    let fixture = try ArchiveFixture([
      "incidents/a.md": Sample.notice(
        "2024-001", publisher: "../../../evil",
        "tags: ['..\\..\\evil', '/etc/passwd', 'a/../../b', 'C:evil', '.htaccess']")
    ])
    try fixture.build()
    let paths = try FileManager.default.subpathsOfDirectory(atPath: fixture.root)
    #expect(paths.filter { $0.contains("evil") }.allSatisfy { $0.hasPrefix("public/") })
    #expect(
      try Set(fixture.archive().tags.map(\.id)) == ["evil", "etc-passwd", "a-..-..-b", "c-evil", "htaccess"])
    #expect(fixture.text("public/organizations/evil/index.html") != nil)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: fixture.root).sorted() == [
        ".public.lock", "content", "public", "public.staging", "templates",
      ])
  }

  @Test("a file name with a line break or a control character is refused")
  func fileNames() throws {
    let fixture = try ArchiveFixture()
    try fixture.write("x", "content/static/a\nb.txt")
    #expect(
      fixture.findings().map { $0.split(separator: " ").suffix(2).joined(separator: " ") } == [
        "error url-too-long"
      ])
  }

  @Test("a symbolic link that leads out of content/ is refused, and nothing of what it leads to is published")
  func symbolicLinks() throws {
    let fixture = try ArchiveFixture()
    try fixture.write("secret", "outside.txt")
    try fixture.makeFolder("content/static")
    try fixture.makeLink("content/static/a.txt", to: "../../outside.txt")
    try fixture.makeLink("content/static/folder", to: "/etc")
    #expect(
      fixture.findings() == [
        "content/static/a.txt:0:0 error symlink-outside", "content/static/folder:0:0 error symlink-outside",
      ])
    try fixture.build()
    #expect(fixture.text("public/index.html") == nil)
  }

  @Test("an SVG or HTML beside a notice is copied as it is, and no page includes it")
  func attachments() throws {
    let fixture = try ArchiveFixture([
      "incidents/a.md": Sample.notice(body: "![図](a.svg)"), "incidents/a.svg": "<svg onload=\"x\"/>",
    ])
    try fixture.build()
    #expect(
      try fixture.files(in: "public").filter {
        $0.key.hasSuffix(".html") && String(decoding: $0.value, as: UTF8.self).contains("onload")
      }.isEmpty)
  }
}
