import Dispatch
import Foundation

/// Who answers what the server has read.
protocol RequestAnswering: Sendable {
  /// True when a request has to wait, because what is known is not what is on the disk. Called on the server's thread.
  var isBehind: Bool { get }
  /// The answer to a request. Called on a worker.
  func answer(_ request: HTTPRequest) -> HTTPResponse
  /// What the readers of a page are to be told now. Called on a worker.
  func event(ofPage page: String) -> [UInt8]
}

/// An HTTP/1.1 server for reading (RFC 9110, RFC 9112): one thread that polls all connections, and workers that
/// make the answers.
///
/// Everything that one connection can hold up is its own: bytes that do not come, bytes that are not
/// taken, requests that never end. It runs on the thread that calls `run`.
final class HTTPServer {
  /// The time between two signs of life on a stream.
  private static let pingInterval = Duration.seconds(15)
  private let answering: any RequestAnswering
  private let listener: Listener
  private let mailbox: Mailbox
  private let hosts: HostNames
  private let times: ConnectionTimes
  private let workers = DispatchQueue(label: "answers", attributes: .concurrent)
  private let maximumWork = ProcessInfo.processInfo.activeProcessorCount
  private let maximumConnections: Int

  private var connections: [Int: Connection] = [:]
  private var nextID = 0
  /// Connections whose request no worker has yet, in the order in which they came.
  private var waiting: [Int] = []
  private var workInProgress = 0
  private var nextPing: ContinuousClock.Instant

  /// - Parameter maximumConnections: how many are open at once; beyond it the one that has been quiet longest goes.
  init(
    _ listener: Listener, hosts: HostNames, answering: any RequestAnswering, mailbox: Mailbox,
    times: ConnectionTimes = ConnectionTimes(),
    maximumConnections: Int = DescriptorLimit.raised() - 64
  ) {
    self.listener = listener
    self.hosts = hosts
    self.answering = answering
    self.mailbox = mailbox
    self.times = times
    self.maximumConnections = max(8, min(4000, maximumConnections))
    nextPing = ContinuousClock.now + Self.pingInterval
  }

  /// Serves until the mailbox says to stop.
  func run() {
    var isStopped = false
    while !isStopped {
      let order = connections.values.map { $0 }
      var entries = [
        pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: listener.socket, events: Int16(POLLIN), revents: 0),
      ]
      entries += order.map { pollfd(fd: $0.socket, events: $0.interest, revents: 0) }
      poll(&entries, nfds_t(entries.count), timeout(order))
      let now = ContinuousClock.now
      for (connection, entry) in zip(order, entries.dropFirst(2)) where entry.revents != 0 {
        connection.proceed(entry.revents, now: now)
        follow(connection)
      }
      for connection in order { connection.expire(now: now) }
      if entries[1].revents != 0 { accept(now) }
      for message in mailbox.take() { isStopped = take(message, now) || isStopped }
      ping(now)
      startWork()
      for connection in order where connection.isClosed { connections[connection.id] = nil }
    }
    connections = [:]
  }

  /// In milliseconds, until the next deadline.
  private func timeout(_ order: [Connection]) -> Int32 {
    let next = order.lazy.compactMap(\.deadline).min().map { min($0, nextPing) } ?? nextPing
    let (seconds, attoseconds) = (next - ContinuousClock.now).components
    return Int32(clamping: max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1))
  }

  /// Takes up what a connection has come to.
  private func follow(_ connection: Connection) {
    if case .parked = connection.phase { waiting.append(connection.id) }
    startEvent(connection)
  }

  private func accept(_ now: ContinuousClock.Instant) {
    // Some at a time, so that a flood of them does not keep the others waiting.
    for _ in 0..<64 {
      if connections.count >= maximumConnections { dropQuietest() }
      guard let socket = listener.accept() else {
        if errno == EMFILE || errno == ENFILE { dropQuietest() }
        return
      }
      connections[nextID] = Connection(socket, id: nextID, hosts: hosts, times: times, now: now)
      nextID += 1
    }
  }

  /// Makes room: gives up the connection on which nothing has moved for longest, a stream only if there is no other.
  private func dropQuietest() {
    let quietest = connections.values.min { left, right in
      (left.dropRank, left.quietSince, left.id) < (right.dropRank, right.quietSince, right.id)
    }
    guard let quietest else { return }
    quietest.finish()
    connections[quietest.id] = nil
  }

  /// - Returns: true when the server is to stop.
  private func take(_ message: Mailbox.Message, _ now: ContinuousClock.Instant) -> Bool {
    switch message {
    case .answer(let response, let id):
      workInProgress -= 1
      guard let connection = connections[id] else { break }
      connection.answer(response, now: now)
      follow(connection)
    case .event(let event, let id):
      guard let connection = connections[id] else { break }
      connection.endEvent(event, now: now)
      startEvent(connection)
    case .stateChanged:
      for connection in connections.values {
        connection.isEventDue = true
        startEvent(connection)
      }
    case .settled: break
    case .stop: return true
    }
    return false
  }

  private func ping(_ now: ContinuousClock.Instant) {
    guard nextPing <= now else { return }
    nextPing = now + Self.pingInterval
    for connection in connections.values { connection.tell(Array(": \n\n".utf8), now: now) }
  }

  // MARK: Work

  private func startWork() {
    guard !waiting.isEmpty, !answering.isBehind else { return }
    while workInProgress < maximumWork, !waiting.isEmpty {
      let id = waiting.removeFirst()
      guard let connection = connections[id], case .parked(let request) = connection.phase else { continue }
      connection.beginAnswer()
      workInProgress += 1
      workers.async { [answering, mailbox] in
        mailbox.post(.answer(answering.answer(request), connection: id))
      }
    }
  }

  private func startEvent(_ connection: Connection) {
    guard let page = connection.beginEvent() else { return }
    let id = connection.id
    workers.async { [answering, mailbox] in
      mailbox.post(.event(answering.event(ofPage: page), connection: id))
    }
  }
}

extension Connection {
  /// The lower, the less is lost with it.
  fileprivate var dropRank: Int {
    switch phase {
    case .closed, .draining: 0
    case .reading: 1
    case .sending: 2
    case .streaming: 3
    case .parked, .answering: 4
    }
  }
}
