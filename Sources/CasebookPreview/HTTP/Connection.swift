import Foundation

/// One connection and how far its exchange is; it belongs to the thread of the server.
final class Connection {
  enum Phase {
    /// Waiting for the head of a request, or for the rest of it.
    case reading
    /// The request waits until changes on the disk are taken in.
    case parked(HTTPRequest)
    /// A worker makes the answer.
    case answering(HTTPRequest)
    case sending(Transmission)
    /// Told what happens with a page until it goes away.
    case streaming(page: String)
    /// The answer was sent; what still comes is read and dropped, so that the other side gets to read it.
    case draining
    case closed
  }

  /// A stream that does not take what it is told is given up at this many bytes.
  private static let maximumBacklog = 1 << 20

  let id: Int
  let socket: Int32
  private(set) var phase = Phase.reading
  /// When it is given up; nil where it waits for us.
  private(set) var deadline: ContinuousClock.Instant?
  /// Since when nothing has moved.
  private(set) var quietSince: ContinuousClock.Instant

  /// True while no event was begun since the state last changed.
  var isEventDue = true
  /// True while a worker makes an event. There is one at a time, so that no state is told after a newer one.
  private var isEventInWork = false

  private var input: [UInt8] = []
  /// What a stream has not sent yet.
  private var backlog: ArraySlice<UInt8> = []
  private let hosts: HostNames
  private let times: ConnectionTimes

  init(_ socket: Int32, id: Int, hosts: HostNames, times: ConnectionTimes, now: ContinuousClock.Instant) {
    self.socket = socket
    self.id = id
    self.hosts = hosts
    self.times = times
    quietSince = now
    deadline = now + times.head
  }

  deinit { close(socket) }

  /// What `poll` is to wait for.
  var interest: Int16 {
    switch phase {
    case .reading, .draining: Int16(POLLIN)
    case .parked, .answering, .closed: 0
    case .sending: Int16(POLLOUT)
    case .streaming: Int16(backlog.isEmpty ? POLLIN : POLLIN | POLLOUT)
    }
  }

  var isClosed: Bool { if case .closed = phase { true } else { false } }

  /// Goes on with what `poll` found.
  func proceed(_ events: Int16, now: ContinuousClock.Instant) {
    if events & Int16(POLLERR | POLLNVAL) != 0 { return finish() }
    switch phase {
    case .reading: read(now)
    case .draining: if receive(now) == nil { finish() }
    case .parked, .answering: if events & Int16(POLLHUP) != 0 { finish() }
    case .sending: send(now)
    case .streaming:
      if events & Int16(POLLOUT) != 0 { sendBacklog(now) }
      if events & Int16(POLLIN | POLLHUP) != 0, receive(now) == nil { finish() }
      input = []
    case .closed: break
    }
  }

  /// Gives up what took too long.
  func expire(now: ContinuousClock.Instant) {
    guard let deadline, deadline <= now else { return }
    if case .reading = phase, !input.isEmpty {
      refuse(Refusal(.requestTimeout, "The request did not come to its end."), now: now)
    } else {
      finish()
    }
  }

  func finish() {
    phase = .closed
    deadline = nil
  }

  // MARK: Reading

  private func read(_ now: ContinuousClock.Instant) {
    let wasIdle = input.isEmpty
    guard receive(now) != nil else { return finish() }
    if wasIdle, !input.isEmpty { deadline = min(deadline ?? now + times.head, now + times.head) }
    takeRequest(now)
  }

  /// Appends what has come.
  ///
  /// - Returns: nil when the other side has ended.
  private func receive(_ now: ContinuousClock.Instant) -> Int? {
    var buffer = [UInt8](repeating: 0, count: RequestLimits.headBytes)
    let count = recv(socket, &buffer, buffer.count, 0)
    if count < 0 { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? 0 : nil }
    guard count > 0 else { return nil }
    quietSince = now
    if case .draining = phase { return count }
    input += buffer[..<count]
    return count
  }

  /// Takes the next request from what has come, if all of it is there.
  private func takeRequest(_ now: ContinuousClock.Instant) {
    // Empty lines before a request are left aside (RFC 9112, section 2.2).
    while input.starts(with: [0x0D, 0x0A]) { input.removeFirst(2) }
    let end = input.firstRange(of: [0x0D, 0x0A, 0x0D, 0x0A])
    guard (end?.lowerBound ?? input.count) <= RequestLimits.headBytes else {
      return refuse(Refusal(.fieldsTooLarge, "The request's head is too long."), now: now)
    }
    guard let end else { return }
    let head = input[..<end.lowerBound]
    do throws(Refusal) {
      let request = try HTTPRequest(try Self.head(head), hosts: hosts)
      input.removeSubrange(..<end.upperBound)
      phase = .parked(request)
      deadline = nil
    } catch {
      refuse(error, now: now)
    }
  }

  private static func head(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> RequestHead {
    do throws(HTTPStatus) {
      return try RequestHead(bytes)
    } catch {
      throw Refusal(error, "The request is not understood: \(error.phrase).")
    }
  }

  private func refuse(_ refusal: Refusal, now: ContinuousClock.Instant) {
    start(Transmission(refusal, date: ResponseHead.date(time(nil))), now: now)
  }

  // MARK: Answering

  /// The worker has begun.
  func beginAnswer() {
    if case .parked(let request) = phase { phase = .answering(request) }
  }

  /// Sends the worker's answer.
  func answer(_ response: HTTPResponse, now: ContinuousClock.Instant) {
    guard case .answering(let request) = phase else { return }
    start(Transmission(response, to: request, date: ResponseHead.date(time(nil))), now: now)
  }

  private func start(_ transmission: Transmission, now: ContinuousClock.Instant) {
    phase = .sending(transmission)
    deadline = now + times.sending
    send(now)
  }

  private func send(_ now: ContinuousClock.Instant) {
    guard case .sending(var transmission) = phase else { return }
    // The one reference to the bytes, so that nothing is copied.
    phase = .draining
    while let hasMore = transmission.advance() {
      guard hasMore else { return end(transmission, now) }
      guard let count = write(transmission.pending) else { return finish() }
      guard count > 0 else {
        phase = .sending(transmission)
        return
      }
      transmission.didSend(count)
      quietSince = now
      deadline = now + times.sending
    }
    finish()
  }

  /// What follows on a sent answer.
  private func end(_ transmission: Transmission, _ now: ContinuousClock.Instant) {
    if let page = transmission.page {
      phase = .streaming(page: page)
      deadline = nil
    } else if transmission.isPersistent {
      phase = .reading
      deadline = now + times.idle
      takeRequest(now)
    } else {
      shutdown(socket, Int32(SHUT_WR))
      phase = .draining
      deadline = now + times.draining
    }
  }

  /// - Returns: how many bytes went; 0 when none can go now; nil when the connection is broken.
  private func write(_ bytes: ArraySlice<UInt8>) -> Int? {
    let count = bytes.withUnsafeBytes { Foundation.send(socket, $0.baseAddress, $0.count, Self.sendFlags) }
    if count < 0 { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? 0 : nil }
    return count
  }

  #if canImport(Darwin)
    private static let sendFlags: Int32 = 0
  #else
    private static let sendFlags = Int32(MSG_NOSIGNAL)
  #endif

  // MARK: Streaming

  /// A worker is to begin an event.
  ///
  /// - Returns: the page of which it tells; nil when there is nothing to tell now.
  func beginEvent() -> String? {
    guard case .streaming(let page) = phase, isEventDue, !isEventInWork else { return nil }
    isEventDue = false
    isEventInWork = true
    return page
  }

  /// Tells what the worker has made.
  func endEvent(_ event: [UInt8], now: ContinuousClock.Instant) {
    isEventInWork = false
    tell(event, now: now)
  }

  /// Tells a stream something; one that does not read is given up.
  func tell(_ event: [UInt8], now: ContinuousClock.Instant) {
    guard case .streaming = phase else { return }
    if backlog.isEmpty { deadline = now + times.sending }
    backlog += event
    guard backlog.count <= Self.maximumBacklog else { return finish() }
    sendBacklog(now)
  }

  private func sendBacklog(_ now: ContinuousClock.Instant) {
    guard let count = write(backlog) else { return finish() }
    backlog = backlog.dropFirst(count)
    if count > 0 { quietSince = now }
    deadline = backlog.isEmpty ? nil : now + times.sending
  }
}
