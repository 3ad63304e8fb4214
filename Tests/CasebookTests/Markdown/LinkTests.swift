import Testing

@testable import Casebook

@Suite("Pass 7: links")
struct LinkTests {
  @Test(
    "lead to what is published",
    arguments: [
      ("[a](other.md)", "/archive/published/other.md"),
      ("[a](../2024-217/index.md)", "/archive/published/../2024-217/index.md"),
      ("[a](/about/)", "/archive/about/"), ("[a](図%201.png)", "/archive/published/%E5%9B%B3%201.png"),
      ("[a](<図 1.png>)", "/archive/published/%E5%9B%B3%201.png"),
      ("[a](https://b.example/?a&b)", "https://b.example/?a&amp;b"),
      ("<mail@example.jp>", "mailto:mail@example.jp"), ("[a](tel:0120-000-000)", "tel:0120-000-000"),
      ("[a][r]\n\n[r]: other.md", "/archive/published/other.md"),
    ])
  func resolved(markdown: String, url: String) {
    let result = MarkdownFixture.render(markdown)
    #expect(result.html.contains("href=\"\(url)\""), "\(result.html)")
    #expect(result.diagnostics.isEmpty)
  }

  @Test("images too")
  func images() {
    #expect(
      MarkdownFixture.html("![図<1>](<図 1.png> \"題\")")
        == "<p><img src=\"/archive/published/%E5%9B%B3%201.png\" alt=\"図&lt;1&gt;\" title=\"題\" /></p>\n")
  }

  @Test(
    "a missing target is an error at its place",
    arguments: [
      ("字字[a](none.md)", "1:7"), ("[a](other.md) [b](none.md) ![c](none.png)", "1:19"),
      ("> 一\n> - 二 [a](none.md)", "2:11"), ("一\n二\n三[a](none.md)", "3:6"), ("[a][r]\n\n[r]: none.md", "1:1"),
    ])
  func missing(markdown: String, place: String) {
    #expect(MarkdownFixture.findings(markdown).first == "\(place) missing-link-target")
  }

  @Test(
    "what runs is no link",
    arguments: [
      "[x](javascript:alert(1))", "[x](JaVaScript:alert(1))", "[x](<java\tscript:alert(1)>)",
      "[x](&#106;avascript:alert(1))",
      "[x](java&#10;script:alert(1))", "[x](&#1;javascript:alert(1))", "[x](vbscript:x)",
      "[x](data:text/html,x)",
      "[x](data:image/png;base64,x)", "[x](file:///etc/passwd)", "<javascript:alert(1)>",
      "![x](javascript:alert(1))",
      "[x][r]\n\n[r]: javascript:alert(1)", "[x](//evil.example/)", "[x](:x)", "[x](blob:x)",
      "[x](javascript&colon;alert(1))",
      "[x](javascript\\:x)",
    ])
  func unsafe(markdown: String) {
    let result = MarkdownFixture.render(markdown)
    #expect(!result.html.contains("<a") && !result.html.contains("<img"), "\(result.html)")
    #expect(result.html.contains("x") || result.html.contains("javascript"))
    // The control character in front of one of them is a finding of its own.
    let codes = result.diagnostics.map(\.code).filter { $0 != .controlCharacter }
    #expect(codes == [.unsafeLink] || codes == [.missingLinkTarget])
  }

  @Test("references are what a body names")
  func references() {
    let body = MarkdownFixture.document(
      "#2024-217 ＃２０２４－００１ [a](x.pdf) ![](図.png) [b](https://b.example) `#2024-002`")
    let references = body.references()
    #expect(references.incidents.map(\.description) == ["2024-217", "2024-001"])
    #expect(references.destinations == ["x.pdf", "図.png"])
    #expect(MarkdownFixture.document("本文のみ").references() == MarkdownReferences())
  }
}
