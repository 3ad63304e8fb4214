import Testing

@testable import CasebookPreview

@Suite("The names that the preview answers under")
struct HostNamesTests {
  private let own = HostNames(host: "127.0.0.1", machine: "desk", isLoopback: true)
  private let open = HostNames(host: "0.0.0.0", machine: "desk", isLoopback: false)

  @Test(
    "this machine's own names, with any port",
    arguments: [
      "localhost", "LOCALHOST:8080", "localhost.", "127.0.0.1", "127.0.0.1:8080", "[::1]", "[::1]:8080",
    ])
  func accepted(_ host: String) {
    #expect(own.accept(host))
    #expect(open.accept(host))
  }

  @Test(
    "a name that others can give our address is refused",
    arguments: [
      "", "evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example",
      "localhost@evil.example", "localhost:80:80", "localhost:x", "[::1", "[::1]x", "a localhost",
    ])
  func refused(_ host: String) {
    #expect(!own.accept(host))
    #expect(!open.accept(host))
  }

  @Test(
    "addresses and the machine's name count when other machines are let in",
    arguments: ["192.0.2.7:8080", "[2001:db8::7]:8080", "desk:8080", "desk.local"])
  func reachable(_ host: String) {
    #expect(open.accept(host))
    #expect(!own.accept(host))
  }
}
