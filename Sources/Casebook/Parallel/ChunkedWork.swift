import Synchronization

/// The counter from which threads take chunks of indices, and the places where they put the results.
///
/// Chunks are handed out in order and a chunk that was taken is finished or fails. So when one fails, every
/// lower one has been taken, and the lowest failure among all is the one that a single thread would meet.
struct ChunkedWork<Result: Sendable, Failure: Error>: ~Copyable, Sendable {
  private struct Outcome: Sendable {
    var finished: [Range<Int>] = []
    var failure: (index: Int, error: Failure)?
  }

  let workers: Int
  // Each thread writes to the places of its own chunks alone. Results that are gathered first and put in order afterwards are
  // copied by one thread, into as much memory once more.
  nonisolated(unsafe) private let places: UnsafeMutableBufferPointer<Result>
  private let chunkLength: Int
  private let next = Atomic<Int>(0)
  private let outcome = Mutex(Outcome())

  /// - Parameter places: one for each index, with nothing in them yet.
  init(places: UnsafeMutableBufferPointer<Result>, jobs: Int) {
    self.places = places
    // Short enough that threads end together, long enough that the counter is not what they wait for.
    chunkLength = max(1, min(64, places.count / (jobs * 8)))
    workers = min(jobs, (places.count + chunkLength - 1) / chunkLength)
  }

  /// Takes chunks until none is left or one has failed.
  func perform(_ transform: (Int) throws(Failure) -> Result) {
    while let chunk = takeChunk() {
      for index in chunk {
        do throws(Failure) {
          places.initializeElement(at: index, to: try transform(index))
        } catch {
          return fail(at: index, of: chunk, with: error)
        }
      }
      outcome.withLock { $0.finished.append(chunk) }
    }
  }

  /// The failure of the lowest index, with which no place has anything in it any more; nil when all have their results.
  ///
  /// To be called when no thread is at work.
  func failure() -> Failure? {
    outcome.withLock { outcome in
      guard let failure = outcome.failure else { return nil }
      for chunk in outcome.finished { places.extracting(chunk).deinitialize() }
      return failure.error
    }
  }

  private func takeChunk() -> Range<Int>? {
    let start = next.add(chunkLength, ordering: .relaxed).oldValue
    return start < places.count ? start..<min(start + chunkLength, places.count) : nil
  }

  private func fail(at index: Int, of chunk: Range<Int>, with error: Failure) {
    places.extracting(chunk.lowerBound..<index).deinitialize()
    outcome.withLock { outcome in
      if let known = outcome.failure, known.index < index { return }
      outcome.failure = (index, error)
    }
    next.store(places.count, ordering: .relaxed)
  }
}
