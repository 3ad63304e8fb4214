import Foundation
import Synchronization

/// What other threads have for the thread of the server; posting wakes it.
final class Mailbox: Sendable {
  enum Message: Sendable {
    /// The answer to the request of a connection.
    case answer(HTTPResponse, connection: Int)
    /// What the readers of a page are to be told.
    case event([UInt8], connection: Int)
    /// The site is in another state: its readers are to be told, and requests that waited can be answered.
    case stateChanged
    /// Nothing changed after all: requests that waited can be answered.
    case settled
    case stop
  }

  private let messages = Mutex<[Message]>([])
  private let pipe: WakePipe

  /// Throws a `SystemError` when the process has no file descriptor left.
  init() throws(SystemError) { pipe = try WakePipe() }

  /// What `poll` waits for.
  var descriptor: Int32 { pipe.descriptor }

  func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    pipe.wake()
  }

  /// Everything posted since the last call, in order.
  func take() -> [Message] {
    pipe.drain()
    return messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
