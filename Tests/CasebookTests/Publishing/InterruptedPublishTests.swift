import Foundation
import Testing

@testable import Casebook

@Suite("Publishes that fail or are killed")
struct InterruptedPublishTests {
  private let fixture: OutputFixture
  private static let noSpace = PublishFailure.system(SystemFailure("write", "x", code: ENOSPC))

  init() throws { fixture = try OutputFixture() }

  @Test(
    "a failure after any step leaves the old archive or the new one, whole, and nothing beside it",
    arguments: PublishStep.allCases)
  func failsAfter(step failing: PublishStep) throws {
    try fixture.publish(["a": "1", "b/c": "1"])
    try fixture.write("theirs", "public/CNAME")
    let items = try OutputFixture.items(["a": "1", "d": "2"])
    #expect(
      failure {
        try fixture.publisher().publish(items) { (step: PublishStep) throws(PublishFailure) in
          if step == failing { throw Self.noSpace }
        }
      } == "system")
    let isNew = failing == .exchanged || failing == .retired
    #expect(try fixture.verify().isSound)
    #expect(
      try fixture.tree("public")
        == (isNew ? ["CNAME", "a", "d", "manifest.json"] : ["CNAME", "a", "b/", "b/c", "manifest.json"]))
    #expect(try fixture.tree().filter { !$0.hasPrefix("public/") } == [])
    #expect(try fixture.publish(["a": "1", "d": "2"]).carried == 1)
  }

  @Test(
    "killed after any step, with and without a spare, the output is whole and the next publish cleans up",
    arguments: PublishStep.allCases, [1, 3])
  func killedAfter(step killing: PublishStep, publishes: Int) throws {
    for publish in 1...publishes {
      try fixture.publish(["a": "1", "b/c": "\(publish)", "e": "\(publish % 2)"])
    }
    try fixture.write("theirs", "public/CNAME")
    let killed = try OutputFixture()
    let items = try OutputFixture.items(["a": "1", "d": "2", "e": "2"])
    let fixture = fixture
    _ = try? fixture.publisher().publish(items) { (step: PublishStep) throws(PublishFailure) in
      // Moved out, as a kill would leave it: unlike a copy, a rename keeps the inode numbers.
      if step == killing {
        for name in ["public", "public.staging"] {
          _ = rename("\(fixture.root)/\(name)", "\(killed.root)/\(name)")
        }
        throw Self.noSpace
      }
    }
    #expect(try killed.verify().isSound)
    #expect(try killed.publish(["a": "1", "d": "3"]).carried == 1)
    #expect(try killed.tree() == ["public/", "public/CNAME", "public/a", "public/d", "public/manifest.json"])
    #expect(try killed.verify().isSound)
  }

  @Test("killed after the exchange, a late file of others is still moved over by the next publish")
  func killedWithLateFile() throws {
    try fixture.publish(["a": "1"])
    let location = try OutputLocation(output: fixture.output, protected: [])
    let staging = StagingArea(location: location)
    let site = try staging.create(isForced: false)
    #expect(try site.createFile(Array("a".utf8)).write(UnsafeRawBufferPointer(start: nil, count: 0)))
    _ = try site.createFile(Array(Manifest.fileName))
    try fixture.write("late", "public/late")
    try SiteExchange(staging).run(replacing: true)
    #expect(fixture.text("public/a") == "")
    try StagingRecovery(location: location, jobs: ParallelMap(jobs: 2)).run()
    #expect(fixture.text("public/late") == "late")
    #expect(fixture.text("public/a") == "")
    #expect(try fixture.tree() == ["public/", "public/a", "public/late", "public/manifest.json"])
  }

  @Test("where the file system cannot exchange, two renames do, and a late file is moved all the same")
  func renames() throws {
    try fixture.publish(["a": "1"])
    let location = try OutputLocation(output: fixture.output, protected: [])
    let staging = StagingArea(location: location)
    let site = try staging.create(isForced: false)
    _ = try site.createFile(Array("b".utf8))
    try fixture.write("late", "public/late")
    try SiteExchange(staging).exchangeByRenaming()
    try StagingRecovery(location: location, jobs: ParallelMap(jobs: 2)).run()
    #expect(try fixture.tree() == ["public/", "public/b", "public/late"])
  }

  @Test("killed between the two renames, verify says so and the next publish puts the old archive back")
  func killedBetweenRenames() throws {
    try fixture.publish(["a": "1"])
    _ = try StagingArea(location: OutputLocation(output: fixture.output, protected: [])).create(
      isForced: false)
    try FileManager.default.moveItem(
      atPath: fixture.output, toPath: fixture.root + "/public.staging/previous")
    #expect(failure { try fixture.verify() } == "interruptedExchange")
    #expect(try fixture.publish(["a": "1"]) == PublishSummary(unchanged: 1))
    #expect(try fixture.tree() == ["public/", "public/a", "public/manifest.json"])
  }
}
