import Testing

@testable import Casebook

@Suite("Pass 5: headings")
struct HeadingTests {
  @Test("ids keep kana and kanji, digits and small letters")
  func ids() {
    #expect(
      MarkdownFixture.html("# 1．Web サイト「第1報」の *経緯* と対応！\n## パスワード_x-y か\u{3099}")
        == """
        <h2 id="1web-サイト第1報の-経緯-と対応">1．Web サイト「第1報」の <em>経緯</em> と対応！</h2>
        <h3 id="パスワード_x-y-か\u{3099}">パスワード_x-y か\u{3099}</h3>

        """)
  }

  @Test("ids are unique on the page, whatever they are made of")
  func unique() {
    let html = MarkdownFixture.render(
      "## 経緯\n## 経緯\n## 経緯-2\n## 経緯\n## ！\n## main", MarkdownOptions(reservedIDs: ["main"])
    ).html
    let ids = html.matches(of: /id="([^"]*)"/).map { String($0.1) }
    #expect(ids == ["経緯", "経緯-2", "経緯-2-2", "経緯-3", "section", "main-2"])
  }

  @Test("ids are unique among many headings too", arguments: [15, 16, 17, 18, 40])
  func many(count: Int) {
    let headings = (0..<count).map { $0.isMultiple(of: 2) ? "# 経緯" : "# main" } + ["# 経緯-3", "# 原因"]
    let html = MarkdownFixture.render(
      headings.joined(separator: "\n"), MarkdownOptions(reservedIDs: ["main", "main-3"])
    ).html
    let ids = html.matches(of: /id="([^"]*)"/).map { String($0.1) }
    let first = (0..<(count + 1) / 2).map { $0 == 0 ? "経緯" : "経緯-\($0 + 1)" }
    let second = (0..<count / 2).map { "main-\($0 == 0 ? 2 : $0 + 3)" }
    #expect(ids.prefix(count) == zip(first, second).flatMap { [$0, $1] } + first.dropFirst(second.count))
    #expect(ids.suffix(2) == ["経緯-3-2", "原因"])
  }

  @Test("two spellings of one text to Unicode are one id, and every letter is kept as its category says")
  func spellings() {
    let html = MarkdownFixture.html("## が・ー々 İΣ\n## か\u{3099}・ー々 İΣ\n## 一、二（三）")
    let ids = html.matches(of: /id="([^"]*)"/).map { String($0.1) }
    #expect(
      ids.map { Array($0.utf8) }
        == ["がー々-i\u{307}σ", "か\u{3099}ー々-i\u{307}σ-2", "一二三"].map { Array($0.utf8) })
  }

  @Test("the highest is one below the page's own, the lowest is h6")
  func levels() {
    let html = MarkdownFixture.render("### a\n###### b", MarkdownOptions(topLevel: 3, idPrefix: "n1-")).html
    #expect(html == "<h3 id=\"n1-a\">a</h3>\n<h6 id=\"n1-b\">b</h6>\n")
    #expect(MarkdownFixture.html("# a\n###### b").contains("<h6 id=\"b\">"))
  }

  @Test("a heading in a list or quote is one too, and setext headings are")
  func nested() {
    #expect(MarkdownFixture.html("> 題\n> ==").contains("<h2 id=\"題\">題</h2>"))
    #expect(MarkdownFixture.html("- # 題").contains("<h2 id=\"題\">題</h2>"))
  }

  @Test("a link to a heading that is not there is a warning")
  func fragments() {
    #expect(
      MarkdownFixture.findings("[a](#経緯) [b](#%E7%B5%8C%E7%B7%AF) [t](#top) [c](#対応)\n# 経緯") == [
        "1:49 missing-link-target"
      ])
  }

  @Test("a link to a heading follows it where its id has a prefix")
  func prefixedFragments() {
    let (html, found) = MarkdownFixture.render(
      "[a](#経緯) [m](#main)\n# 経緯", MarkdownOptions(idPrefix: "n1-", reservedIDs: ["main"]))
    #expect(html.contains("<a href=\"#n1-%E7%B5%8C%E7%B7%AF\">a</a> <a href=\"#main\">m</a>"))
    #expect(found.isEmpty)
  }

  @Test(
    "what was rendered for one page is for another as if it had been rendered for that",
    arguments: [
      "本文です。", "# 経緯\n\n本文\n\n## 経緯\n### 経緯\n###### 深い", "> 題 *強調*\n> ==\n\n- # 一覧\n- ## `<h2>`",
      "<h2>生</h2>\n\n# 題 <h1>\n\n    <h3></h3>\n\n文 &lt;h2&gt; \\<h2>",
      "# main\n# main\n# &lt;h2>\n***\n#\n# ！",
      "```csv 表\n<h2>,a\n</h2>,b\n```\n# \"題\" & '他'\n\n![<h2>](図%201.png) #2024-217",
    ])
  func twoPages(_ markdown: String) throws {
    let pages = [
      MarkdownOptions(reservedIDs: ["main"]),
      MarkdownOptions(topLevel: 4, idPrefix: "notice-", reservedIDs: ["main", "notice-main"]),
      MarkdownOptions(topLevel: 1, idPrefix: "a-"),
    ]
    for first in pages {
      let body = try #require(
        MarkdownFixture.document(markdown).rendered(links: MarkdownFixture(), options: first).html)
      #expect(body.isForAnyPage)
      for second in pages {
        var html: [UInt8] = []
        body.append(to: &html, second)
        #expect(String(decoding: html, as: UTF8.self) == MarkdownFixture.render(markdown, second).html)
      }
    }
  }
}
