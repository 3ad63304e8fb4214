import Testing

@testable import Casebook

@Suite("Pass 1: soft breaks")
struct SoftBreakTests {
  @Test(
    "disappears in Japanese text",
    arguments: [
      ("漢字\nかな", "漢字かな"), ("カナ、\n漢字", "カナ、漢字"), ("です。\nThe end", "です。The end"),
      ("ﾊﾝｶｸ\nｶﾅ", "ﾊﾝｶｸｶﾅ"), ("全角１\n２", "全角１２"), ("字\u{200B}\nword", "字\u{200B}word"),
      ("続く……\nその後", "続く……その後"),
      ("**漢字**\nかな", "<strong>漢字</strong>かな"), ("漢字\n*かな*", "漢字<em>かな</em>"),
      ("[漢字](/u)\nかな", "<a href=\"/archive/u\">漢字</a>かな"), ("漢字\n`コード`", "漢字<code>コード</code>"),
      ("*漢\n字*", "<em>漢字</em>"), ("寿司🍣\n美味", "寿司🍣美味"), ("𠮷野\n家", "𠮷野家"),
    ])
  func joined(markdown: String, expected: String) {
    #expect(MarkdownFixture.html(markdown) == "<p>\(expected)</p>\n")
  }

  @Test(
    "stays a line end elsewhere",
    arguments: [
      "word,\nword", "漢字\nword", "word\n漢字", "한국어\n한국어", "漢字\n123", "漢字\n`code`", "word...\nword",
      "αβγ\nδεζ", "word\n*漢字*",
    ])
  func kept(markdown: String) {
    #expect(
      MarkdownFixture.html(markdown).contains("\n")
        && MarkdownFixture.html(markdown).dropLast().contains("\n"))
  }

  @Test("a hard break stays")
  func hardBreak() {
    #expect(MarkdownFixture.html("漢字\\\nかな") == "<p>漢字<br />\nかな</p>\n")
  }

  @Test("an image between two characters keeps the break")
  func image() {
    #expect(MarkdownFixture.html("漢\n![字](other.md)").contains("漢\n<img"))
  }
}
