import Synchronization

/// How long the stages of a build took, in their order.
///
/// A stage lasts from the end of the one before it, so that together they are the whole build.
package final class BuildTimings: Sendable {
  package struct Stage: Sendable, Hashable {
    /// What was done, as a verb with its object.
    package let name: String
    /// How many items it was done to; nil where nothing is counted.
    package let items: Int?
    package let duration: Duration
  }

  private struct State {
    var stages: [Stage] = []
    var lastEnd = ContinuousClock.now
  }

  private let state = Mutex(State())

  package init() {}

  package var stages: [Stage] { state.withLock(\.stages) }

  /// Ends a stage now.
  func end(_ name: String, items: Int? = nil) {
    state.withLock { state in
      let now = ContinuousClock.now
      state.stages.append(Stage(name: name, items: items, duration: now - state.lastEnd))
      state.lastEnd = now
    }
  }
}
