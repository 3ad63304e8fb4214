import Testing

@testable import Casebook

@Suite("Raw HTML and hostile text")
struct RawHTMLTests {
  @Test("raw HTML is shown as text, with a warning at its place")
  func shown() {
    let result = MarkdownFixture.render("字<b onclick=x>a</b>\n\n<div>\n<script>x</script>\n</div>\n")
    #expect(
      result.html == """
        <p>字&lt;b onclick=x&gt;a&lt;/b&gt;</p>
        <p>&lt;div&gt;
        &lt;script&gt;x&lt;/script&gt;
        &lt;/div&gt;</p>

        """)
    #expect(
      MarkdownFixture.findings("字<b onclick=x>a</b>\n\n<div>\n</div>") == [
        "1:2 raw-html", "1:16 raw-html", "3:1 raw-html",
      ])
  }

  @Test("a comment is not shown, but nothing behind it is lost")
  func comments() {
    #expect(MarkdownFixture.html("字<!-- 私信 -->字\n\n<!-- a\nb -->\n") == "<p>字字</p>\n")
    #expect(MarkdownFixture.findings("<!-- a -->").isEmpty)
    #expect(MarkdownFixture.html("<!-- a --> <b>後\n").contains("&lt;b&gt;後"))
  }

  @Test(
    "no text becomes markup",
    arguments: [
      "<script>alert(1)</script>", "a <script>alert(1)</script>", "# <script>x</script> \"onclick=\"x",
      "```\"><script>x\n```",
      "```csv \"><script>x\n<script>,\"<b>\"\n<i>,</td>\n```", "![\"><script>x](other.md)",
      "[a](other.md '\"><script>x')",
      "[a](/\"onclick=x)", "<https://a.example/\"onclick=x>", "https://a.example/\"onclick=x",
      "https://a.example/'onclick=x",
      "&lt;script&gt;", "\\<script>", "<!--><script>x</script>", "<!-- --><script>x</script>",
      "<?php <script>?>",
      "<![CDATA[<script>]]>", "`<script>`", "    <script>", "[<script>](other.md)", "{{title}} {{{title}}}",
      "<svg/onload=x>",
      "字**「<script>」**字",
    ])
  func inert(markdown: String) {
    let html = MarkdownFixture.html(markdown)
    let tags = html.matches(of: /<\/?([a-zA-Z0-9]+)([^>]*)>/)
    let known = [
      "p", "pre", "code", "h2", "figure", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "a",
      "img", "strong", "br",
    ]
    for tag in tags {
      #expect(known.contains(String(tag.1)), "\(html)")
      let attributes = tag.2.replacing(/="[^"]*"/, with: "")
      #expect(!attributes.contains("onclick") && !attributes.contains("\""), "\(html)")
    }
    #expect(!html.contains("<!") && !html.contains("<?"))
  }
}
