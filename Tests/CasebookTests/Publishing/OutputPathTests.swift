import Testing

@testable import Casebook

@Suite("Output path")
struct OutputPathTests {
  @Test(
    "a path that leaves the output, or that not every file system can hold, is refused",
    arguments: [
      "", "/", "/etc/passwd", "..", ".", "../x", "a/../../x", "a/..", "a/./b", "a//b", "a/", "a\u{0}b",
      "a\nb", "a\u{7F}", "a\u{9B}b", "manifest.json", "manifest.json/x",
      String(repeating: "a", count: 256), "a/" + String(repeating: "事", count: 86),
      Array(repeating: "aaaaaaaa", count: 120).joined(separator: "/"),
    ])
  func refused(path: String) {
    #expect(OutputPath(path) == nil)
  }

  @Test(
    "a path inside the output is taken as it is",
    arguments: [
      "index.html", "a/manifest.json", "組織/西宮市/index.html", "..a/b..", "a b", "a\\b\"c", ".nojekyll",
      String(repeating: "a", count: 255), "\u{E3}\u{A0}",
    ])
  func taken(path: String) {
    #expect(OutputPath(path)?.description == path)
  }

  @Test("a URL path gives the file that a web server sends for it")
  func urlPaths() {
    #expect(OutputPath(urlPath: "/")?.description == "index.html")
    #expect(OutputPath(urlPath: "/incidents/2024-217/")?.description == "incidents/2024-217/index.html")
    #expect(OutputPath(urlPath: "/feed.xml")?.description == "feed.xml")
    #expect(OutputPath(urlPath: "feed.xml") == nil)
    #expect(OutputPath(urlPath: "//x/") == nil)
    #expect(OutputPath(urlPath: "/../") == nil)
    #expect(OutputPath(urlPath: "") == nil)
  }

  @Test("paths compare bytewise: two spellings of one letter are two files")
  func bytewise() throws {
    let composed = try #require(OutputPath("\u{304C}"))
    let decomposed = try #require(OutputPath("\u{304B}\u{3099}"))
    #expect(composed != decomposed)
    #expect(decomposed < composed)
  }
}
