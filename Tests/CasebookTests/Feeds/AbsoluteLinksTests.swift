import Testing

@testable import Casebook

/// A body in a feed is read far from its page: its links have to be whole.
struct AbsoluteLinksTests {
  private let links = AbsoluteLinks(origin: "https://example.jp", page: "https://example.jp/a/b/")

  private func whole(_ html: String) -> String {
    var bytes: [UInt8] = []
    links.append(Array(html.utf8), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "links and images of the site, and headings of the page, get the site before them",
    arguments: [
      (#"<a href="/a/x/">x</a>"#, #"<a href="https://example.jp/a/x/">x</a>"#),
      (#"<img src="/a/x.png" alt="/a" />"#, #"<img src="https://example.jp/a/x.png" alt="/a" />"#),
      (##"<a href="#経過">x</a>"##, ##"<a href="https://example.jp/a/b/#経過">x</a>"##),
      (
        #"<a href="/1" title="一"><img src="/2" alt="二" /></a>"#,
        #"<a href="https://example.jp/1" title="一"><img src="https://example.jp/2" alt="二" /></a>"#
      ),
    ])
  func own(_ html: String, _ expected: String) {
    #expect(whole(html) == expected)
  }

  @Test(
    "other links, empty ones and text that looks like a link are left alone",
    arguments: [
      #"<a href="https://other.example/">x</a>"#, #"<a href="mailto:a@b.example">x</a>"#,
      #"<a href="">x</a>"#,
      "<code>&lt;a href=&quot;/x&quot;&gt;</code>", "<p>a=b href=/x</p>", "<p>href", "=", "",
    ])
  func others(_ html: String) {
    #expect(whole(html) == html)
  }
}
