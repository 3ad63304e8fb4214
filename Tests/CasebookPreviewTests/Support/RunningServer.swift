import Foundation
import Testing

@testable import CasebookPreview

/// A server on a port that the system chose, for one test.
final class RunningServer {
  let port: UInt16
  private let mailbox: Mailbox

  init(
    _ answering: any RequestAnswering, times: ConnectionTimes = ConnectionTimes(),
    maximumConnections: Int = 2000
  ) throws {
    let mailbox = try Mailbox()
    self.mailbox = mailbox
    let listener = try Listener(try #require(SocketAddress(host: "127.0.0.1", port: 0)))
    port = listener.port
    Thread.detachNewThread {
      let hosts = HostNames(host: "127.0.0.1", machine: "desk", isLoopback: true)
      HTTPServer(
        listener, hosts: hosts, answering: answering, mailbox: mailbox, times: times,
        maximumConnections: maximumConnections
      ).run()
    }
  }

  deinit { mailbox.post(.stop) }

  func post(_ message: Mailbox.Message) { mailbox.post(message) }
}
