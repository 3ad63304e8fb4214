import Casebook
import Testing

@testable import CasebookPreview

@Suite("Changes wait until no more of the same come")
struct PendingChangesTests {
  private let start = ContinuousClock.now

  private func pending(_ events: [(ChangeEvent, after: Int)]) -> PendingChanges {
    var pending = PendingChanges()
    for (event, milliseconds) in events { pending.add(event, now: start + .milliseconds(milliseconds)) }
    return pending
  }

  /// Milliseconds after the start.
  private func due(_ pending: PendingChanges) -> Int? {
    pending.due.map { Int(($0 - start) / .milliseconds(1)) }
  }

  @Test("five saves in a burst are one change, soon after the last")
  func burst() {
    var changes = pending((0..<5).map { (.settled("content/a.md"), after: $0 * 10) })
    #expect(due(changes) == 55)
    #expect(changes.take() == .paths(["content/a.md"]))
    #expect(changes.isEmpty)
    #expect(changes.due == nil)
  }

  @Test("a file that is being written is waited for, until it is closed")
  func halves() {
    #expect(due(pending([(.touched("content/a.md"), after: 0)])) == 150)
    #expect(
      due(pending([(.touched("content/a.md"), after: 0), (.settled("content/b.md"), after: 5)])) == 150)
    #expect(due(pending([(.touched("content/a.md"), after: 0), (.settled("content/a.md"), after: 5)])) == 20)
  }

  @Test("a file that is written on and on is read all the same")
  func endless() {
    #expect(due(pending((0..<50).map { (.touched("content/log.txt"), after: $0 * 100) })) == 1000)
  }

  @Test("what editors drop is no change")
  func ignored() {
    let names = ["content/.a.md.swp", "content/a.md~", "content/4913", "content/.#a.md", "content/.DS_Store"]
    #expect(pending(names.map { (.settled($0), after: 0) }).isEmpty)
  }

  @Test("when events were lost everything is looked at")
  func lost() {
    var changes = pending([(.settled("content/a.md"), after: 0), (.lost, after: 5)])
    #expect(due(changes) == 20)
    #expect(changes.take() == .unknown)
  }
}
