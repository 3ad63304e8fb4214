import Foundation
import Synchronization
import Testing

@testable import CasebookPreview

/// What the readers of a page are told, in the order in which it became true.
@Suite("Streams of events")
struct EventStreamTests {
  /// Tells the state of the moment, and takes a while to say it the first time.
  private final class SlowFirst: RequestAnswering {
    let isBehind = false
    private let state = Mutex("old")
    private let reads = Atomic(0)

    /// True once an event has read the state.
    var hasRead: Bool { reads.load(ordering: .relaxed) > 0 }

    func change() { state.withLock { $0 = "new" } }

    func answer(_ request: HTTPRequest) -> HTTPResponse {
      HTTPResponse(mediaType: "text/event-stream", content: .events(ofPage: request.path))
    }

    func event(ofPage page: String) -> [UInt8] {
      let state = state.withLock { $0 }
      if reads.add(1, ordering: .relaxed).oldValue == 0 { usleep(300_000) }
      return Array("data: \(state)\n\n".utf8)
    }
  }

  @Test("a state that takes long to tell is not told after the one that followed it")
  func order() async throws {
    let answering = SlowFirst()
    let server = try RunningServer(answering)
    let client = try RawClient(port: server.port, patience: 120)
    client.get("/")
    for _ in 0..<100_000 where !answering.hasRead { try await Task.sleep(for: .milliseconds(1)) }
    try #require(answering.hasRead)
    answering.change()
    server.post(.stateChanged)
    // A read here would hold a thread that the server's workers need to make both events at once.
    try await Task.sleep(for: .milliseconds(100))
    let told = client.read(until: "data: new\n\n")
    // A sign of life may come in between.
    #expect(told.matches(of: /data: (old|new)\n\n/).map(\.1) == ["old", "new"])
  }
}
