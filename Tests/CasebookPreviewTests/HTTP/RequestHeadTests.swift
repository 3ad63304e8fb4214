import Testing

@testable import CasebookPreview

@Suite("The head of a request (RFC 9112)")
struct RequestHeadTests {
  private func head(_ text: String) throws(HTTPStatus) -> RequestHead {
    try RequestHead(Array(text.utf8)[...])
  }

  @Test("a head gives its method, target and fields")
  func fields() throws {
    let head = try head("GET /a?b HTTP/1.1\r\nHost: localhost:8080\r\nX-Empty:\r\nX-Padded: \t a b \t ")
    #expect(head.method == "GET")
    #expect(head.target == "/a?b")
    #expect(head.isPersistent)
    #expect(head["host"] == "localhost:8080")
    #expect(head["x-empty"] == "")
    #expect(head["x-padded"] == "a b")
    #expect(head["missing"] == nil)
  }

  @Test("a field that is there twice has no value")
  func repeated() throws {
    let head = try head("GET / HTTP/1.0\r\nHost: a\r\nhost: b")
    #expect(head["host"] == nil)
    #expect(head.has("host"))
    #expect(!head.isPersistent)
  }

  @Test(
    "what can be understood in two ways is refused",
    arguments: [
      "", "GET", "GET /", "GET  / HTTP/1.1", "GET / HTTP/1.1 ", " GET / HTTP/1.1", "G(T / HTTP/1.1",
      "GET /a b HTTP/1.1", "GET /é HTTP/1.1", "GET / http/1.1", "GET / HTTP/1.1\nHost: a",
      "GET / HTTP/1.1\r\nHost : a", "GET / HTTP/1.1\r\n Host: a", "GET / HTTP/1.1\r\nHost: a\r\n folded",
      "GET / HTTP/1.1\r\nNo colon", "GET / HTTP/1.1\r\nX: a\rb", "GET / HTTP/1.1\r\nX: a\nb",
      "GET / HTTP/1.1\r\nX: a\u{0}b", "GET / HTTP/1.1\r\n: a",
    ])
  func refused(_ text: String) {
    #expect(throws: HTTPStatus.badRequest) { try head(text) }
  }

  @Test("other versions, long targets and many fields have their own refusals")
  func limits() {
    #expect(throws: HTTPStatus.versionNotSupported) { try head("GET / HTTP/2.0") }
    let target = "/" + String(repeating: "a", count: RequestLimits.targetBytes)
    #expect(throws: HTTPStatus.targetTooLong) { try head("GET \(target) HTTP/1.1") }
    let fields = String(repeating: "\r\nX: a", count: RequestLimits.fieldCount + 1)
    #expect(throws: HTTPStatus.fieldsTooLarge) { try head("GET / HTTP/1.1" + fields) }
  }
}
