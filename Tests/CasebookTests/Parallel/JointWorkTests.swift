import Foundation
import Synchronization
import Testing

@testable import Casebook

@Suite("Joint work")
struct JointWorkTests {
  @Test("each value is made once, in order, however many threads ask", arguments: [1, 2, 3], [0, 1, 2, 7])
  func values(jobs: Int, count: Int) {
    let made = Mutex<[Int]>([])
    let work = JointWork(count: count, jobs: jobs) { index in
      made.withLock { $0.append(index) }
      return index * index
    }
    let answers = ParallelMap(jobs: 4).map(0..<8) { _ in work.values }
    #expect(answers == Array(repeating: (0..<count).map { $0 * $0 }, count: 8))
    #expect(made.withLock(\.self).sorted() == Array(0..<count))
  }

  @Test("a thread that comes while a value is made takes the next one")
  func shares() {
    let isSecondMade = Mutex(false)
    // Whoever takes the first value waits for the second, which it will not make itself meanwhile.
    let work = JointWork(count: 2, jobs: 1) { index in
      if index == 1 { isSecondMade.withLock { $0 = true } }
      while !isSecondMade.withLock(\.self) { sched_yield() }
      return index
    }
    Thread.detachNewThread { _ = work.values }
    #expect(work.values == [0, 1])
  }

  @Test("what was begun before anybody asks is made once too", arguments: [0, 1, 5, 100])
  func begun(count: Int) {
    let made = Mutex<[Int]>([])
    let work = JointWork(count: count, jobs: 2) { index in
      made.withLock { $0.append(index) }
      return index + 1
    }
    work.begin()
    #expect(work.values == (0..<count).map { $0 + 1 })
    #expect(work.values == (0..<count).map { $0 + 1 })
    #expect(made.withLock(\.self).sorted() == Array(0..<count))
  }

  @Test("what was begun is made whole where nobody asks, and may go meanwhile")
  func begunUnasked() {
    let made = Atomic<Int>(0)
    func begin() {
      JointWork(count: 50, jobs: 2) { _ in made.add(1, ordering: .relaxed) }.begin()
    }
    begin()
    while made.load(ordering: .relaxed) < 50 { sched_yield() }
    #expect(made.load(ordering: .relaxed) == 50)
  }

  @Test("what nobody asks for is not made, and goes")
  func unasked() {
    weak var work: JointWork<Int>?
    do {
      let unasked = JointWork(count: 3, jobs: 2) { index -> Int in
        Issue.record("made \(index)")
        return index
      }
      work = unasked
      withExtendedLifetime(unasked) {}
    }
    #expect(work == nil)
  }
}
