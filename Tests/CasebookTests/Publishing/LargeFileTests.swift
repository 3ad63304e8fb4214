import Synchronization
import Testing

@testable import Casebook

@Suite("Files that are written while they are made")
struct LargeFileTests {
  private let fixture: OutputFixture

  init() throws { fixture = try OutputFixture() }

  private static let text = (0..<100_000).map { "row \($0)\n" }.joined()

  /// Publishes one file, row by row.
  ///
  /// - Returns: what was done, and the most bytes that were in memory at once.
  private func publish(_ text: String, compress: Bool = false) throws -> (PublishSummary, longest: Int) {
    let longest = Longest()
    let item = PublishItem(
      path: try #require(OutputPath("data/rows")),
      content: .rendered { _, bytes, drain in
        var most = 0
        for row in text.split(separator: "\n") {
          bytes += "\(row)\n".utf8
          most = max(most, bytes.count)
          drain(&bytes)
        }
        longest.count.store(most, ordering: .relaxed)
        return true
      }, compressed: compress ? OutputPath("data/rows.gz") : nil)
    return (try fixture.publisher().publish([item]), longest.count.load(ordering: .relaxed))
  }

  private final class Longest: Sendable {
    let count = Atomic(0)
  }

  @Test("a long file is never in memory as a whole, and has all its bytes and its digest")
  func pieces() throws {
    let (summary, longest) = try publish(Self.text)
    #expect(summary == PublishSummary(written: 1))
    #expect(longest < Self.text.utf8.count / 2)
    #expect(fixture.text("public/data/rows") == Self.text)
    #expect(try fixture.verify().isSound)
  }

  @Test("one that has not changed is not written anew, and one that has is")
  func again() throws {
    _ = try publish(Self.text)
    #expect(try publish(Self.text).0 == PublishSummary(unchanged: 1))
    #expect(try publish(Self.text + "one more\n").0 == PublishSummary(written: 1))
    #expect(fixture.text("public/data/rows") == Self.text + "one more\n")
    #expect(try fixture.verify().isSound)
  }

  @Test("one that is to be compressed is compressed as a whole")
  func compressed() throws {
    #expect(try publish(Self.text, compress: true).0 == PublishSummary(written: 2))
    #expect(fixture.text("public/data/rows") == Self.text)
    #expect(try fixture.verify().isSound)
  }
}
