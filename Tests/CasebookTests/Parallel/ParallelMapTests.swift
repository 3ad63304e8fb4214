import Synchronization
import Testing

@testable import Casebook

@Suite("Parallel map")
struct ParallelMapTests {
  private struct Odd: Error, Equatable { let number: Int }

  /// A result that counts how many of its kind there are.
  private final class Counted: Sendable {
    private let living: Living

    init(_ living: Living) {
      self.living = living
      living.count.add(1, ordering: .relaxed)
    }

    deinit { living.count.subtract(1, ordering: .relaxed) }
  }

  private final class Living: Sendable {
    let count = Atomic<Int>(0)
  }

  @Test("results come in the order of the elements", arguments: [1, 2, 3, 8], [0, 1, 7, 64, 1000])
  func order(jobs: Int, count: Int) {
    let squares = ParallelMap(jobs: jobs).map(0..<count) { $0 * $0 }
    #expect(squares == (0..<count).map { $0 * $0 })
  }

  @Test("a slice, whose indices do not start at 0, is mapped from its own start")
  func slice() {
    let numbers = Array(0..<100)
    #expect(ParallelMap(jobs: 2).map(numbers[90...]) { $0 } == Array(90..<100))
  }

  @Test("of several errors, the one of the lowest index is thrown, however long its element takes")
  func firstError() {
    for _ in 0..<20 {
      #expect(throws: Odd(number: 301)) {
        try ParallelMap(jobs: 4).map(0..<1000) { (number: Int) throws(Odd) -> Int in
          if number == 301 { for _ in 0..<50_000 { _ = number.description } }
          if number > 300 && number % 2 == 1 { throw Odd(number: number) }
          return number
        }
      }
    }
  }

  @Test("results go with the array, and those before an error at once", arguments: [1, 3], [0, 700])
  func lifetimes(jobs: Int, failing: Int) throws {
    let living = Living()
    var results = ParallelMap(jobs: jobs).map(0..<1000) { _ in Counted(living) }
    #expect(results.count == 1000 && living.count.load(ordering: .relaxed) == 1000)
    results = []
    #expect(living.count.load(ordering: .relaxed) == 0)
    #expect(throws: Odd(number: failing)) {
      results = try ParallelMap(jobs: jobs).map(0..<1000) { (number: Int) throws(Odd) -> Counted in
        if number >= failing { throw Odd(number: number) }
        return Counted(living)
      }
    }
    #expect(results.isEmpty && living.count.load(ordering: .relaxed) == 0)
  }

  @Test("a thread hands its scratch from element to element")
  func scratch() {
    let seen = ParallelMap(jobs: 1).map(0..<5, scratch: 10) { (_: Int, count: inout Int) in
      count += 1
      return count
    }
    #expect(seen == [11, 12, 13, 14, 15])
  }

  @Test(
    "each thread has a scratch of its own, made by its number, and hands it over at the end",
    arguments: [1, 3])
  func ownScratch(jobs: Int) {
    let ended = Mutex<[(thread: Int, count: Int)]>([])
    let scratch = { @Sendable (thread: Int) in (thread: thread, count: 0) }
    let ending = { @Sendable (scratch: (thread: Int, count: Int)) in ended.withLock { $0.append(scratch) } }
    let threads = ParallelMap(jobs: jobs).map(0..<1000, scratchOf: scratch, ending: ending) { _, scratch in
      scratch.count += 1
      return scratch.thread
    }
    let counts = ended.withLock { $0 }
    #expect(counts.map(\.thread).sorted() == Array(0..<jobs))
    for (thread, count) in counts { #expect(threads.count { $0 == thread } == count) }
  }

  @Test("no job count below 1 stops the work")
  func jobs() {
    #expect(ParallelMap(jobs: 0).map([1, 2]) { $0 + 1 } == [2, 3])
    #expect(ParallelMap(jobs: -3).map([1, 2]) { $0 + 1 } == [2, 3])
  }

  @Test("pieces of a range cover it in order, the last with what is left")
  func pieces() {
    #expect((5..<12).pieces(ofLength: 3) == [5..<8, 8..<11, 11..<12])
    #expect((0..<6).pieces(ofLength: 3) == [0..<3, 3..<6])
    #expect((0..<2).pieces(ofLength: 3) == [0..<2])
    #expect((4..<4).pieces(ofLength: 3) == [])
  }
}
