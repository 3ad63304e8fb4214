import Synchronization

/// How far a build is; written by its workers, read by whoever shows it.
package final class BuildProgress: Sendable {
  package enum Phase: Int, Sendable {
    case reading
    case rendering
  }

  private let phaseValue = Atomic(Phase.reading.rawValue)
  private let count = Atomic(0)
  private let done = Atomic(0)

  package init() {}

  /// The phase, and how many pages of how many are done in it.
  package var state: (phase: Phase, done: Int, count: Int) {
    let phase = Phase(rawValue: phaseValue.load(ordering: .relaxed)) ?? .reading
    return (phase, done.load(ordering: .relaxed), count.load(ordering: .relaxed))
  }

  func start(_ phase: Phase, count: Int) {
    self.count.store(count, ordering: .relaxed)
    done.store(0, ordering: .relaxed)
    phaseValue.store(phase.rawValue, ordering: .relaxed)
  }

  func advance() { done.add(1, ordering: .relaxed) }
}
