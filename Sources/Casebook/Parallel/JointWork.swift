import Dispatch
import Synchronization

/// Values that are made when they are first asked for, or before, each once, by all threads that ask: whoever would have
/// to wait for the others takes a share instead.
final class JointWork<Value: Sendable>: Sendable {
  private let count: Int
  private let jobs: Int
  private let next = Atomic<Int>(0)
  private let made: Mutex<[Value?]>
  private let unfinished = DispatchGroup()
  private let make: @Sendable (Int) -> Value

  /// - Parameters:
  ///   - count: how many values there are.
  ///   - jobs: how many threads make them where only one has asked.
  init(count: Int, jobs: Int, _ make: @escaping @Sendable (Int) -> Value) {
    self.count = count
    self.jobs = jobs
    self.make = make
    made = Mutex(Array(repeating: nil, count: count))
    for _ in 0..<count { unfinished.enter() }
  }

  /// A group must not go while it waits for something, as it does when nobody has asked.
  deinit {
    for _ in min(next.load(ordering: .relaxed), count)..<count { unfinished.leave() }
  }

  /// Begins on a thread of its own, before anybody asks.
  func begin() { DispatchQueue.global().async { self.takePart() } }

  /// All values, in order.
  var values: [Value] {
    if next.load(ordering: .relaxed) < count {
      DispatchQueue.concurrentPerform(iterations: jobs) { _ in takePart() }
    }
    unfinished.wait()
    return made.withLock { $0.compactMap(\.self) }
  }

  private func takePart() {
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      let value = make(index)
      made.withLock { $0[index] = value }
      unfinished.leave()
    }
  }
}
