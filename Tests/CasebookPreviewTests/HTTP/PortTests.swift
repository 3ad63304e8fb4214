import Casebook
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import CasebookPreview

@Suite("Which port the preview takes")
struct PortTests {
  private func preview(_ archive: ArchiveFixture, port: UInt16?, host: String = "127.0.0.1") throws -> (
    Preview, [String]
  ) {
    final class Lines: Sendable { let all = Mutex<[String]>([]) }
    let lines = Lines()
    var options = PreviewOptions(request: archive.request)
    options.port = port
    options.host = host
    let preview = try Preview(
      options,
      console: PreviewConsole(say: { line in lines.all.withLock { $0.append(line) } }, report: { _ in }))
    return (preview, lines.all.withLock { $0 })
  }

  @Test("a port that was asked for and is taken is an error")
  func taken() throws {
    let archive = try ArchiveFixture()
    let listener = try Listener(try #require(SocketAddress(host: "127.0.0.1", port: 0)))
    let failure = #expect(throws: PreviewFailure.self) { try preview(archive, port: listener.port) }
    #expect(failure?.message == "port \(listener.port) is in use")
  }

  @Test("otherwise the next free one is taken, and said")
  func next() throws {
    let archive = try ArchiveFixture()
    let first = try preview(archive, port: nil)
    let second = try preview(archive, port: nil)
    #expect(first.0.address != second.0.address)
    let port = try #require(URL(string: second.0.address)?.port)
    #expect(second.1 == ["Port 8080 is in use: taking \(port)."])
  }

  @Test("a host that is no address of this machine is an error; all addresses come with a warning")
  func hosts() throws {
    let archive = try ArchiveFixture()
    #expect(throws: PreviewFailure.self) { try preview(archive, port: 0, host: "no such host") }
    let (open, lines) = try preview(archive, port: 0, host: "0.0.0.0")
    #expect(open.address.hasPrefix("http://127.0.0.1:"))
    #expect(lines.contains { $0.hasPrefix("warning: ") })
  }
}
