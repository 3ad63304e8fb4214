import Dispatch
import Synchronization

/// The results of a transform of each item, in the order of the items, computed by several workers.
///
/// Workers take chunks of neighbouring items from a counter, so that one slow item does not hold up the
/// others. What the transform returns must not depend on which worker runs it.
///
/// - Parameters:
///   - workerCount: how many run at once, at least 1.
///   - makeState: makes what one worker keeps between items, such as a buffer.
package func parallelMap<Item: Sendable, State, Result: Sendable>(
  _ items: [Item], workerCount: Int, makeState: @Sendable () -> State,
  _ transform: @Sendable (Item, inout State) -> Result
) -> [Result] {
  let chunkSize = max(1, min(64, items.count / (workerCount * 4)))
  let chunkCount = (items.count + chunkSize - 1) / chunkSize
  let next = Atomic(0)
  let chunks = Mutex([[Result]](repeating: [], count: chunkCount))
  DispatchQueue.concurrentPerform(iterations: min(workerCount, max(1, chunkCount))) { _ in
    var state = makeState()
    while true {
      let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard chunk < chunkCount else { return }
      let range = chunk * chunkSize..<min(items.count, (chunk + 1) * chunkSize)
      let results = items[range].map { transform($0, &state) }
      chunks.withLock { $0[chunk] = results }
    }
  }
  return chunks.withLock { $0.flatMap(\.self) }
}

/// The results of a transform that keeps nothing between items; see the other form.
package func parallelMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], workerCount: Int, _ transform: @Sendable (Item) -> Result
) -> [Result] {
  parallelMap(items, workerCount: workerCount, makeState: {}, { item, _ in transform(item) })
}
