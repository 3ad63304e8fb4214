import Testing

@testable import Casebook

@Suite("Pass 2: emphasis next to CJK punctuation")
struct EmphasisTests {
  @Test(
    "is what a reader expects",
    arguments: [
      ("これは**「重要なこと」**です", "これは<strong>「重要なこと」</strong>です"),
      ("**重要だ。**だから", "<strong>重要だ。</strong>だから"),
      ("**株式会社イセトー（以下…）**において", "<strong>株式会社イセトー（以下…）</strong>において"),
      ("重要だ。**だから**、次", "重要だ。<strong>だから</strong>、次"),
      ("これは*「強調」*です", "これは<em>「強調」</em>です"),
      ("これは***「両方」***です", "これは<em><strong>「両方」</strong></em>です"),
      ("この**[リンク](/u)**も", "この<strong><a href=\"/archive/u\">リンク</a></strong>も"),
      ("この**`code`**も", "この<strong><code>code</code></strong>も"),
      ("**スキル(skill)**を", "<strong>スキル(skill)</strong>を"),
      ("強調。**word**次", "強調。<strong>word</strong>次"),
      ("**이 용어(This term)**를", "<strong>이 용어(This term)</strong>를"),
      ("漢\u{FE00}**(a)**字", "漢\u{FE00}<strong>(a)</strong>字"),
      ("葛\u{E0100}**「a」**城", "葛\u{E0100}<strong>「a」</strong>城"),
    ])
  func emphasized(markdown: String, expected: String) {
    let result = MarkdownFixture.render(markdown)
    #expect(result.html == "<p>\(expected)</p>\n")
    #expect(result.diagnostics.isEmpty)
  }

  @Test(
    "touches nothing but emphasis",
    arguments: [
      ("`字**「a」**字`", "<code>字**「a」**字</code>"), ("字\\*\\*「a」\\*\\*字", "字**「a」**字"),
      ("`字\\*「`", "<code>字\\*「</code>"), ("字_「a」_字", "字_「a」_字"), ("5 * 3 と ※", "5 * 3 と ※"),
      (
        "[a](/字**「x」**字 \"字**「\")",
        "<a href=\"/archive/%E5%AD%97**%E3%80%8Cx%E3%80%8D**%E5%AD%97\" title=\"字**「\">a</a>"
      ),
      ("2**10", "2**10"), ("価格* 税込", "価格* 税込"),
      ("a*「b」*c \u{2E1A} &#x2e13; 字**「a」**字", "a<em>「b」</em>c \u{2E1A} \u{2E13} 字<strong>「a」</strong>字"),
    ])
  func untouched(markdown: String, expected: String) {
    let result = MarkdownFixture.render(markdown)
    #expect(result.html == "<p>\(expected)</p>\n")
    #expect(result.diagnostics.isEmpty)
  }

  @Test("marks leave code blocks, info strings and raw HTML as they are")
  func blocks() {
    let html = MarkdownFixture.html("```字**「」**字\n字**「a」**字 \\*\n```\n\n    字**「a」**字")
    #expect(
      html == """
        <pre><code class="language-字**「」**字">字**「a」**字 \\*
        </code></pre>
        <pre><code>字**「a」**字
        </code></pre>

        """)
  }

  @Test(
    "that stays literal is a warning at its place",
    arguments: [
      ("あ ** 重要 ** い", ["1:3 literal-emphasis", "1:9 literal-emphasis"]),
      ("\\*\\*「a」\\*\\* と **閉じない", ["1:15 literal-emphasis"]),
      ("> 一\n>\n> - 二\n>   三**四", ["4:6 literal-emphasis"]),
      ("字**「a」**字と**閉じない", ["1:11 literal-emphasis"]),
      ("`**` と **閉", ["1:8 literal-emphasis"]), ("[r]: /u\n段落\n**閉", ["3:1 literal-emphasis"]),
      ("a*\"b\"*c", ["1:2 literal-emphasis"]),
    ])
  func literal(markdown: String, expected: [String]) {
    #expect(MarkdownFixture.findings(markdown) == expected)
  }

  @Test("a body that has every mark there is keeps CommonMark's own rules")
  func noFreeMark() {
    let all = [
      0x2E1A, 0x2E13, 0x2E16, 0x2E0F, 0x2E10, 0x2E11, 0x2E12, 0x2E14, 0x2E15, 0x2E17, 0x2E18, 0x2E19, 0x2E2A,
      0x2E2B, 0x2E2C, 0x2E2D, 0x2056, 0x2058, 0x2059, 0x205A, 0x205B, 0x205D, 0x205E,
    ].map { String(Unicode.Scalar(UInt32($0))!) }.joined(separator: "\n\n")
    let result = MarkdownFixture.render("字**「a」**字\n\n" + all)
    #expect(result.html.hasPrefix("<p>字**「a」**字</p>"))
    #expect(result.diagnostics.count == 2)
  }
}
