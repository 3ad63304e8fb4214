import TestSupport
import Testing

@testable import Casebook

struct BuildTimingsTests {
  private func stages(_ fixture: ArchiveFixture) throws -> [BuildTimings.Stage] {
    let timings = BuildTimings()
    let build = ArchiveBuild(fixture.request, isStrict: false, progress: BuildProgress(), timings: timings)
    _ = try build.build(into: fixture.root + "/public", isForced: false)
    return timings.stages
  }

  @Test("a build names its stages in order, with what it did them to")
  func stages() throws {
    let fixture = try ArchiveFixture([
      "incidents/a/one.md": Sample.notice(), "incidents/a/two.md": Sample.notice("2024-002"),
    ])
    let stages = try stages(fixture)
    #expect(
      stages.map(\.name) == [
        "list content", "read content", "compile templates", "connect archive", "plan files", "prepare pages",
        "hash sources", "inspect output", "render and write", "write manifest", "exchange",
        "keep for next build", "keep texts",
      ])
    #expect(stages.first?.items == 3)
    #expect(stages.first { $0.name == "connect archive" }?.items == 2)
    #expect(stages.allSatisfy { $0.duration >= .zero })
  }

  @Test("a build over an earlier one links what did not change")
  func warm() throws {
    let fixture = try ArchiveFixture(["incidents/a/one.md": Sample.notice()])
    _ = try stages(fixture)
    try fixture.write(Sample.notice(title: "別の題"), "content/incidents/a/one.md")
    #expect(try stages(fixture).map(\.name).contains("link unchanged"))
  }

  @Test("a build that is refused ends where it was refused")
  func refused() throws {
    let fixture = try ArchiveFixture(["incidents/a/one.md": "no front matter"])
    #expect(try stages(fixture).last?.name == "prepare pages")
  }
}
