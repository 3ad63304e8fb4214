import Casebook
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import CasebookPreview

/// A preview of a small archive, on a port that the system chose.
final class RunningPreview {
  let archive: ArchiveFixture
  let port: UInt16
  private let preview: Preview
  private let lines: Lines

  /// What the terminal would show.
  private final class Lines: Sendable {
    let all = Mutex<[String]>([])
  }

  init(_ archive: ArchiveFixture, isPolling: Bool = false) throws {
    self.archive = archive
    archive.request.includesDrafts = true
    archive.request.includesFuture = true
    var options = PreviewOptions(request: archive.request)
    options.port = 0
    options.isPolling = isPolling
    let lines = Lines()
    self.lines = lines
    let take: @Sendable (String) -> Void = { line in lines.all.withLock { $0.append(line) } }
    let preview = try Preview(options, console: PreviewConsole(say: take, report: take))
    self.preview = preview
    port = try #require(URL(string: preview.address)?.port.flatMap { UInt16(exactly: $0) })
    Thread.detachNewThread { preview.run() }
  }

  deinit { preview.stop() }

  var terminal: [String] { lines.all.withLock { $0 } }

  /// True once the terminal has a line; answers do not wait for what is printed.
  func says(_ isLine: (String) -> Bool) -> Bool {
    for _ in 0..<2000 {
      if terminal.contains(where: isLine) { return true }
      usleep(10_000)
    }
    return false
  }

  /// The whole answer to a request of its own connection.
  func answer(_ path: String, method: String = "GET", _ fields: String = "") throws -> String {
    let client = try RawClient(port: port)
    client.get(path, method: method, "Connection: close\r\n" + fields)
    return client.readToEnd()
  }

  /// A client that was told once how the page is.
  func listener(to path: String) throws -> RawClient {
    let client = try RawClient(port: port)
    client.get("/_casebook/events?page=\(path)")
    #expect(client.read(until: "}\n\n").contains("\"digest\""))
    return client
  }
}
