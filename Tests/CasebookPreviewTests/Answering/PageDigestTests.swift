import Testing

@testable import CasebookPreview

struct PageDigestTests {
  private func digest(_ page: String, _ styleSheets: [String] = [], fileChanges: Int = 0) -> PageDigest {
    PageDigest(Array(page.utf8), styleSheets: styleSheets, fileChanges: fileChanges)
  }

  @Test("two pages that differ only in the addresses of their style sheets are one")
  func styleSheets() {
    let (one, two) = ("/assets/style.0a.css", "/assets/style.0b.css")
    #expect(digest("<link href=\"\(one)\">a", [one]) == digest("<link href=\"\(two)\">a", [two]))
    #expect(digest("<link href=\"\(one)\">a", [one]) != digest("<link href=\"\(two)\">b", [two]))
    #expect(digest("<link href=\"\(one)\">a", []) != digest("<link href=\"\(two)\">a", []))
  }

  @Test("a page is another one when a file changed that it may show")
  func files() {
    #expect(digest("a", fileChanges: 1) != digest("a", fileChanges: 2))
  }
}

struct InjectionTests {
  private func injected(_ page: String, _ value: String = "x") -> String {
    String(decoding: Injection.add(to: Array(page.utf8), [("mark", value)]), as: UTF8.self)
  }

  private let script = "<script src=\"/_casebook/preview.js\" defer data-mark=\"x\"></script>\n"

  @Test("the script stands before the end of the body, and at the end where none is")
  func place() {
    #expect(injected("<body>a</body>\n</html>") == "<body>a\(script)</body>\n</html>")
    #expect(injected("<p></body> in text</p></body>") == "<p></body> in text</p>\(script)</body>")
    #expect(injected("a") == "a" + script)
    #expect(injected("") == script)
  }

  @Test("values cannot leave their attribute")
  func escaping() {
    #expect(injected("", "\"><b>&").contains("data-mark=\"&quot;>&lt;b>&amp;&quot;") == false)
    #expect(injected("", "\"><b>&").contains("data-mark=\"&quot;>&lt;b>&amp;\""))
  }
}
