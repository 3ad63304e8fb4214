import Foundation
import Testing

@testable import Casebook

@Suite("The record of a build")
struct BuildRecordTests {
  private let fixture: OutputFixture

  init() throws { fixture = try OutputFixture() }

  private func staging() throws -> StagingArea {
    StagingArea(location: try OutputLocation(output: fixture.output, protected: []))
  }

  /// Of a site with a spare, and with files of others in it.
  private func record() throws -> BuildRecord {
    try fixture.publish(["a": "1", "組織/b/index.html": "1"])
    try fixture.write("theirs", "public/x/y")
    // What was changed within the last tick of the clock is not relied on.
    usleep(50_000)
    try fixture.publish(["a": "2", "組織/b/index.html": "1"])
    return try #require(try staging().record())
  }

  @Test("it names every file with its state, the folders, and what the spare has otherwise")
  func form() throws {
    let record = try record()
    #expect(record.files.map(\.entry.path.description) == ["a", "組織/b/index.html"])
    #expect(record.files.allSatisfy { $0.state != nil && $0.key == nil })
    #expect(record.tree?.foreign.map { String(decoding: $0.path, as: UTF8.self) } == ["x", "x/y"])
    #expect(record.tree?.subfolders.count == 3)
    #expect(record.spare?.stale.map(\.description) == ["a"])
  }

  @Test("what is written reads back the same; with any byte changed, or cut off anywhere, it is no record")
  func damage() throws {
    let record = try record()
    let bytes = try #require(FileManager.default.contents(atPath: fixture.root + "/public.staging/record"))
    #expect(BuildRecordReader.record(from: Array(bytes)) == record)
    for index in bytes.indices {
      var changed = Array(bytes)
      changed[index] ^= 0x10
      #expect(BuildRecordReader.record(from: changed) == nil)
      #expect(BuildRecordReader.record(from: Array(bytes[..<index])) == nil)
    }
  }

  @Test(
    "one of many files reads back the same, whatever number of threads wrote it",
    arguments: [0, 1, 1024, 1025, 17_000])
  func pieces(fileCount: Int) throws {
    let small = try record()
    let file = try #require(small.files.first)
    let files = try (0..<fileCount).map { number in
      let path = try #require(OutputPath("incidents/\(number / 3)/\(number)/index.html"))
      let entry = Manifest.Entry(path: path, size: number, digest: file.entry.digest)
      return BuildRecord.File(entry: entry, key: nil, state: number % 2 == 0 ? file.state : nil)
    }
    let record = BuildRecord(
      program: small.program, manifest: small.manifest, files: files, tree: small.tree, spare: small.spare)
    for jobs in [1, 3] {
      try staging().keep(record, ParallelMap(jobs: jobs))
      #expect(try staging().record() == record)
    }
  }

  @Test("a build that changes nothing says the same of the output")
  func unchanged() throws {
    _ = try record()
    func publishAgain() throws -> BuildRecord? {
      // What was changed within the last tick of the clock is not relied on, and recorded by the build after it.
      usleep(50_000)
      try fixture.publish(["a": "2", "組織/b/index.html": "1"])
      return try staging().record()
    }
    _ = try publishAgain()
    let settled = try #require(try publishAgain())
    let again = try #require(try publishAgain())
    #expect(settled.tree != nil)
    #expect(again.tree == settled.tree)
    #expect(again.files == settled.files)
  }
}
