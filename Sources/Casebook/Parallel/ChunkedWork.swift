import Synchronization

/// The counter from which threads take chunks of indices, and the place where they leave the results.
///
/// Chunks are handed out in order and a chunk that was taken is finished or fails. So when one fails, every
/// lower one has been taken, and the lowest failure among all is the one that a single thread would meet.
struct ChunkedWork<Result: Sendable, Failure: Error>: ~Copyable, Sendable {
  private struct Outcome: Sendable {
    var chunks: [(start: Int, results: [Result])] = []
    var failure: (index: Int, error: Failure)?
  }

  let workers: Int
  private let count: Int
  private let chunkLength: Int
  private let next = Atomic<Int>(0)
  private let outcome = Mutex(Outcome())

  init(count: Int, jobs: Int) {
    self.count = count
    // Short enough that threads end together, long enough that the counter is not what they wait for.
    chunkLength = max(1, min(64, count / (jobs * 8)))
    workers = min(jobs, (count + chunkLength - 1) / chunkLength)
  }

  /// Takes chunks until none is left or one has failed.
  func perform(_ transform: (Int) throws(Failure) -> Result) {
    while let chunk = takeChunk() {
      var results: [Result] = []
      results.reserveCapacity(chunk.count)
      for index in chunk {
        do throws(Failure) {
          results.append(try transform(index))
        } catch {
          return fail(at: index, with: error)
        }
      }
      let finished = results
      outcome.withLock { $0.chunks.append((chunk.lowerBound, finished)) }
    }
  }

  /// Every result in order, or the failure of the lowest index.
  func results() throws(Failure) -> [Result] {
    let (chunks, failure) = outcome.withLock { ($0.chunks, $0.failure) }
    if let failure { throw failure.error }
    var ordered: [Result] = []
    ordered.reserveCapacity(count)
    for chunk in chunks.sorted(by: { $0.start < $1.start }) { ordered.append(contentsOf: chunk.results) }
    return ordered
  }

  private func takeChunk() -> Range<Int>? {
    let start = next.add(chunkLength, ordering: .relaxed).oldValue
    return start < count ? start..<min(start + chunkLength, count) : nil
  }

  private func fail(at index: Int, with error: Failure) {
    outcome.withLock { outcome in
      if let known = outcome.failure, known.index < index { return }
      outcome.failure = (index, error)
    }
    next.store(count, ordering: .relaxed)
  }
}
