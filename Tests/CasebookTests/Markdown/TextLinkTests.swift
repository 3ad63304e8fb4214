import Testing

@testable import Casebook

@Suite("Passes 3 and 4: case numbers and bare addresses")
struct TextLinkTests {
  private func link(_ text: String) -> String { "<a href=\"/archive/incidents/2024-217/\">\(text)</a>" }

  @Test(
    "every way to write a case number is a link",
    arguments: ["#2024-217", "＃２０２４－２１７", "#2024‐217", "#2024–217", "#2024−217", "#2024－217", "＃2024ー217"])
  func forms(text: String) {
    #expect(MarkdownFixture.html("事件\(text)の続報（\(text)）") == "<p>事件\(link(text))の続報（\(link(text))）</p>\n")
  }

  @Test(
    "what only looks like a case number is none",
    arguments: [
      "a#2024-217", "#2024-217a", "#2024-21", "#2024-217-3", "##2024-217", "#24-217", "#2024/217",
      "#2024-06-11",
      "#2024-1234567890", "/#2024-217",
    ])
  func others(text: String) {
    #expect(MarkdownFixture.html("x " + text) == "<p>x \(text)</p>\n")
  }

  @Test("links and code are left alone")
  func insideOthers() {
    #expect(MarkdownFixture.html("`#2024-217`") == "<p><code>#2024-217</code></p>\n")
    #expect(MarkdownFixture.html("[#2024-217](/u)") == "<p><a href=\"/archive/u\">#2024-217</a></p>\n")
    #expect(!MarkdownFixture.html("![https://a.example/](other.md)").contains("<a"))
  }

  @Test("stands in emphasis and headings")
  func nested() {
    #expect(MarkdownFixture.html("**#2024-217**") == "<p><strong>\(link("#2024-217"))</strong></p>\n")
    #expect(MarkdownFixture.html("# #2024-217") == "<h2 id=\"2024-217\">\(link("#2024-217"))</h2>\n")
  }

  @Test("an unknown case is a warning at its own place")
  func unknown() {
    #expect(
      MarkdownFixture.findings("字#2024-999と#2024-217と#2024-999\n> - ＃2024-0217")
        == ["1:2 unknown-incident", "1:22 unknown-incident", "2:5 unknown-incident"])
  }

  @Test(
    "an address ends where Japanese starts",
    arguments: [
      ("https://alpha-uni.com以下「本件サイト」", "https://alpha-uni.com"),
      ("https://a.example/x。", "https://a.example/x"),
      ("（https://a.example/x）", "https://a.example/x"),
      ("(https://a.example/x(y))", "https://a.example/x(y)"),
      ("https://a.example/x, then", "https://a.example/x"),
      ("https://a.example/?a=1&b=2です", "https://a.example/?a=1&b=2"),
      ("https://a.example/foo_bar_baz 他", "https://a.example/foo_bar_baz"),
      ("HTTP://A.example:8080/", "HTTP://A.example:8080/"),
      ("https://a.example/_x_/y 他", "https://a.example/_x_/y"),
      ("https://a.example/*x*", "https://a.example/*x"),
      ("https://a.example/**x**/z。", "https://a.example/**x**/z"),
      ("https://a.example/_x_/_y_/z", "https://a.example/_x_/_y_/z"),
      ("[詳細 https://a.example/]", "https://a.example/"),
      ("https://a.example/#2024-217", "https://a.example/#2024-217"),
      ("https://a.example/%E5%AD%97?q=[1]", "https://a.example/%E5%AD%97?q=[1]"),
    ])
  func addresses(markdown: String, address: String) {
    let html = MarkdownFixture.html(markdown)
    let escaped = address.replacing("&", with: "&amp;")
    #expect(html.contains(">\(escaped)</a>"), "\(html)")
    #expect(html.components(separatedBy: "<a ").count == 2, "\(html)")
  }

  @Test("strong text behind an address stays strong")
  func strongBehindAddress() {
    #expect(MarkdownFixture.html("https://a.example/ **重要**").contains("<strong>重要</strong>"))
    #expect(
      MarkdownFixture.html("**https://a.example/**です").contains("<strong><a href=\"https://a.example/\">"))
  }

  @Test(
    "is no address",
    arguments: ["xhttps://a.example", "https://", "http:// a", "https://。", "`https://a.example`"])
  func noAddress(markdown: String) {
    #expect(!MarkdownFixture.html(markdown).contains("<a"))
  }
}
