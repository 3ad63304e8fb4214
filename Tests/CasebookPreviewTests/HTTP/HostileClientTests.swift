import Casebook
import Foundation
import TestSupport
import Testing

@testable import CasebookPreview

/// Clients that are slow, greedy or hostile. Each is given little time, so that the tests are short.
@Suite("Hostile clients")
struct HostileClientTests {
  /// Answers every request with some bytes.
  private struct Bytes: RequestAnswering {
    let isBehind = false
    let count: Int

    func answer(_ request: HTTPRequest) -> HTTPResponse {
      HTTPResponse(mediaType: "text/plain", content: .bytes([UInt8](repeating: 0x61, count: count)))
    }

    func event(ofPage page: String) -> [UInt8] { [] }
  }

  private func server(
    count: Int = 5, times: ConnectionTimes = ConnectionTimes(), maximumConnections: Int = 2000
  ) throws -> RunningServer {
    try RunningServer(Bytes(count: count), times: times, maximumConnections: maximumConnections)
  }

  /// True when a new client gets its answer.
  private func serves(_ server: RunningServer) throws -> Bool {
    let client = try RawClient(port: server.port)
    client.get("/", "Connection: close\r\n")
    return client.readToEnd().hasSuffix("\r\n\r\naaaaa")
  }

  @Test(
    "a request that is not understood, or asks for anything but reading, is refused and its connection closed",
    arguments: [
      ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc", 405),
      ("DELETE / HTTP/1.1\r\nHost: localhost\r\n\r\n", 405),
      ("OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
      ("CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc", 413),
      ("GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 413),
      ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.0\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
      ("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 421),
      ("GET http://localhost/ HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
      ("GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
      ("GET / HTTP/3.0\r\nHost: localhost\r\n\r\n", 505), ("nonsense\r\n\r\n", 400),
      ("\u{16}\u{3}\u{1}\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", 400),
    ])
  func refused(_ request: String, _ status: Int) throws {
    let server = try server()
    let client = try RawClient(port: server.port)
    client.send(request)
    let answer = client.readToEnd()
    #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
    #expect(answer.contains("\r\nConnection: close\r\n"))
  }

  @Test("addresses and heads that are too long are refused before they end")
  func tooLong() throws {
    let server = try server()
    let target = try RawClient(port: server.port)
    target.get("/" + String(repeating: "a", count: RequestLimits.targetBytes))
    #expect(target.readToEnd().hasPrefix("HTTP/1.1 414 "))
    let head = try RawClient(port: server.port)
    head.send("GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 2 * RequestLimits.headBytes))
    #expect(head.readToEnd().hasPrefix("HTTP/1.1 431 "))
  }

  @Test("requests that are sent at once are answered one after the other, also when no more is sent")
  func pipelined() throws {
    let server = try server()
    let client = try RawClient(port: server.port)
    client.get("/")
    client.get("/", method: "HEAD")
    client.get("/")
    client.endSending()
    let answers = client.readToEnd()
    #expect(answers.split(separator: "HTTP/1.1 200 OK", omittingEmptySubsequences: true).count == 3)
    #expect(answers.hasSuffix("\r\n\r\naaaaa"))
  }

  @Test("a head that comes byte by byte has to end in time, however busily they come")
  func slowHead() throws {
    var times = ConnectionTimes()
    times.head = .milliseconds(300)
    let server = try server(times: times)
    let slow = try RawClient(port: server.port)
    let started = ContinuousClock.now
    for byte in "GET / HT" {
      slow.send(String(byte))
      usleep(20_000)
    }
    #expect(try serves(server))
    #expect(slow.readToEnd().hasPrefix("HTTP/1.1 408 "))
    #expect(ContinuousClock.now - started < .seconds(10))
  }

  @Test("a connection on which nothing comes is closed")
  func silent() throws {
    var times = ConnectionTimes()
    (times.head, times.idle) = (.milliseconds(200), .milliseconds(200))
    let server = try server(times: times)
    let silent = try RawClient(port: server.port)
    #expect(silent.readToEnd() == "")
    let idle = try RawClient(port: server.port)
    idle.get("/")
    #expect(idle.readToEnd().hasSuffix("aaaaa"))
  }

  @Test("a client that takes nothing of its answer is given up, and holds nobody up")
  func unread() throws {
    var times = ConnectionTimes()
    times.sending = .milliseconds(300)
    let server = try server(count: 32 << 20, times: times)
    let client = try RawClient(port: server.port)
    client.get("/")
    #expect(client.read(until: "\r\n\r\n").hasPrefix("HTTP/1.1 200 "))
    usleep(600_000)
    let other = try RawClient(port: server.port)
    other.get("/", method: "HEAD", "Connection: close\r\n")
    #expect(other.readToEnd().hasPrefix("HTTP/1.1 200 "))
    #expect(client.readToEnd().utf8.count < 32 << 20)
  }

  @Test("1,000 connections at once do not keep the next from its answer")
  func many() throws {
    let limit = DescriptorLimit.raised()
    let server = try server()
    let clients = try (0..<min(1000, limit / 2 - 100)).map { _ in try RawClient(port: server.port) }
    for client in clients.prefix(500) { client.send("GET / HTTP/1.1\r\n") }
    #expect(try serves(server))
    for client in clients.prefix(500) { client.send("Host: localhost\r\nConnection: close\r\n\r\n") }
    #expect(clients.prefix(500).allSatisfy { $0.readToEnd().hasSuffix("aaaaa") })
  }

  @Test("when there are too many, the one that has been quiet longest goes")
  func tooMany() throws {
    let server = try server(maximumConnections: 10)
    let clients = try (0..<30).map { _ in try RawClient(port: server.port) }
    #expect(try serves(server))
    #expect(clients[0].readToEnd() == "")
    clients[29].get("/", "Connection: close\r\n")
    #expect(clients[29].readToEnd().hasSuffix("aaaaa"))
  }
}
