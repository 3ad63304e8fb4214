import Dispatch

/// Maps a collection on several threads; the result is that of a loop on one.
///
/// Results come in the order of the elements, and of several errors the one of the lowest index is thrown, so
/// that nothing outside can tell how many threads there were. Threads take small runs of neighbours from
/// one counter: a long document holds up its thread, not the rest.
package struct ParallelMap: Sendable {
  /// How many threads work at the same time, at least 1.
  package let jobs: Int

  package init(jobs: Int) {
    self.jobs = max(1, jobs)
  }

  /// The results of `transform`, in the order of `elements`.
  package func map<Elements, Result, Failure>(
    _ elements: Elements,
    _ transform: @Sendable (Elements.Element) throws(Failure) -> Result
  ) throws(Failure) -> [Result]
  where Elements: RandomAccessCollection & Sendable, Result: Sendable, Failure: Error {
    try map(elements, scratch: ()) {
      (element: Elements.Element, _: inout Void) throws(Failure) -> Result in try transform(element)
    }
  }

  /// The results of `transform`, in the order of `elements`; each thread hands its own `scratch` from call to
  /// call, so that a buffer is allocated once a thread and not once an element.
  package func map<Elements, Scratch, Result, Failure>(
    _ elements: Elements,
    scratch: @autoclosure @Sendable () -> Scratch,
    _ transform: @Sendable (Elements.Element, inout Scratch) throws(Failure) -> Result
  ) throws(Failure) -> [Result]
  where Elements: RandomAccessCollection & Sendable, Result: Sendable, Failure: Error {
    try map(elements, scratchOf: { _ in scratch() }, transform)
  }

  /// The same, with a scratch that is made for each of the threads by its number, which is less than `jobs`.
  ///
  /// - Parameter ending: takes a thread's scratch when the thread has nothing more to do.
  package func map<Elements, Scratch, Result, Failure>(
    _ elements: Elements,
    scratchOf: @Sendable (Int) -> Scratch,
    ending: @Sendable (Scratch) -> Void = { _ in },
    _ transform: @Sendable (Elements.Element, inout Scratch) throws(Failure) -> Result
  ) throws(Failure) -> [Result]
  where Elements: RandomAccessCollection & Sendable, Result: Sendable, Failure: Error {
    var failure: Failure?
    let results = [Result](unsafeUninitializedCapacity: elements.count) { places, filled in
      let work = ChunkedWork<Result, Failure>(places: places, jobs: jobs)
      DispatchQueue.concurrentPerform(iterations: work.workers) { thread in
        var buffer = scratchOf(thread)
        work.perform { (index: Int) throws(Failure) -> Result in
          try transform(elements[elements.index(elements.startIndex, offsetBy: index)], &buffer)
        }
        ending(buffer)
      }
      failure = work.failure()
      filled = failure == nil ? places.count : 0
    }
    if let failure { throw failure }
    return results
  }
}
