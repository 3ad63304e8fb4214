import Testing

@testable import CasebookPreview

struct RequestPathTests {
  @Test(
    "a target is decoded once, without its query",
    arguments: [
      ("/", "/"), ("/a/b/", "/a/b/"), ("/a?b=/../c", "/a"), ("/%E4%BA%8B%E4%BB%B6/", "/事件/"),
      ("/%252e%252e/", "/%2e%2e/"), ("/a+b", "/a+b"), ("/..a/b..", "/..a/b.."),
      ("http://localhost:8080/a?b", "/a"), ("HTTP://localhost", "/"),
    ])
  func decoded(_ target: String, _ path: String) throws {
    #expect(try RequestPath.read(target).path == path)
  }

  @Test("an absolute target names the host that is asked")
  func authority() throws {
    #expect(try RequestPath.read("http://evil.example:80/a").authority == "evil.example:80")
    #expect(try RequestPath.read("/a").authority == nil)
  }

  @Test(
    "whatever could lead out of a folder is no path",
    arguments: [
      "/..", "/../etc/passwd", "/a/../b", "/a/./b", "/.", "/%2e%2e/etc/passwd", "/%2E%2e", "/.%2e/a",
      "/a%2fb", "/a%2F..%2Fb", "/a\\b", "/a%5cb", "/a%5C..%5Cb", "/a%00", "/%00", "/a%0d%0ab", "/a%7f",
      "/%", "/%4", "/%zz", "/%c0%ae%c0%ae/", "/%ff", "/a#b", "a", "", "*", "https://localhost/", "//evil#",
    ])
  func refused(_ target: String) {
    #expect(throws: HTTPStatus.badRequest) { try RequestPath.read(target) }
  }
}
