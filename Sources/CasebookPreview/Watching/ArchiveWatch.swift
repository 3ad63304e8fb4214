import Casebook
import Synchronization

/// Tells when files of the archive have changed and have come to rest.
final class ArchiveWatch: Sendable {
  private struct State: Sendable {
    /// True from the first sign of a change until it is taken in; at the start everything is a change.
    var isBehind = true
    var isStopped = false
  }

  private let root: String
  private let source: Mutex<any ChangeSource>
  private let state = Mutex(State())
  private let say: @Sendable (String) -> Void

  /// - Parameters:
  ///   - root: the archive's folder.
  ///   - isPolling: true to look for changes and not to listen for them.
  ///   - say: told once when listening is not possible.
  init(root: String, isPolling: Bool, say: @escaping @Sendable (String) -> Void) throws(SystemError) {
    self.root = root
    self.say = say
    source = Mutex(try Self.source(root, isPolling, say))
  }

  private static func source(
    _ root: String, _ isPolling: Bool, _ say: (String) -> Void
  ) throws(SystemError) -> any ChangeSource {
    guard !isPolling else { return try PollingSource(root: root) }
    do throws(SystemError) {
      #if os(Linux)
        return try InotifySource(root: root)
      #else
        return try EventStreamSource(root: root)
      #endif
    } catch {
      say(fallback(error.message))
      return try PollingSource(root: root)
    }
  }

  private static func fallback(_ reason: String) -> String {
    "The system cannot watch so many folders (\(reason)): looking for changes once a second instead."
  }

  /// True when the disk may hold what was not taken in yet. Any thread may ask.
  var isBehind: Bool {
    // In this order: what is pending no more is marked before it is read.
    source.withLock { $0 }.hasPending || state.withLock { $0.isBehind }
  }

  /// Waits for the next changes; nil once stopped.
  ///
  /// - Parameter settled: called when there was something, and it was nothing that counts.
  func next(settled: () -> Void) -> SiteLoader.Changes? {
    var pending = PendingChanges()
    while true {
      source.withLock { $0 }.wait(milliseconds: Self.milliseconds(until: pending.due))
      if state.withLock({ $0.isStopped }) { return nil }
      state.withLock { $0.isBehind = true }
      let events = source.withLock { $0 }.take()
      if events.contains(.exhausted) { fallBack() }
      let now = ContinuousClock.now
      for event in events { pending.add(event, now: now) }
      if pending.isEmpty {
        didTakeIn()
        settled()
      } else if let due = pending.due, due <= now {
        return pending.take()
      }
    }
  }

  /// What `next` gave is in the answers from now on.
  func didTakeIn() { state.withLock { $0.isBehind = false } }

  func stop() {
    state.withLock { $0.isStopped = true }
    source.withLock { $0 }.wake()
  }

  private func fallBack() {
    guard let polling = try? PollingSource(root: root) else { return }
    source.withLock { $0 = polling }
    say(Self.fallback("no watch is left"))
  }

  private static func milliseconds(until due: ContinuousClock.Instant?) -> Int32 {
    guard let due else { return -1 }
    let (seconds, attoseconds) = (due - ContinuousClock.now).components
    return Int32(clamping: max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1))
  }
}
