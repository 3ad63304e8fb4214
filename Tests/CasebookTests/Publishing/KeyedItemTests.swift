import Foundation
import Synchronization
import Testing

@testable import Casebook

@Suite("Files with a key for what they are made from")
struct KeyedItemTests {
  private let fixture: OutputFixture

  init() throws { fixture = try OutputFixture() }

  private static func key(_ text: String) -> SourceHash { KeyText.hash { $0.add(text) } }

  /// Publishes files whose texts are also their keys, unless told otherwise.
  ///
  /// - Returns: the paths of those that were made, and what was done.
  private func publish(
    _ files: [String: String], key: String? = nil, isWhole: Bool = true, compress: Bool = false,
    after glance: OutputGlance? = nil, checkpoint: (PublishStep) -> Void = { _ in }
  ) throws -> (made: [String], summary: PublishSummary) {
    let made = Made()
    let items = try files.map { path, text in
      PublishItem(
        path: try #require(OutputPath(path)), key: Self.key(key ?? text),
        content: .rendered { _, bytes, _ in
          made.paths.withLock { $0.append(path) }
          bytes += text.utf8
          return isWhole
        }, compressed: compress ? OutputPath(path + ".gz") : nil)
    }
    let summary = try fixture.publisher().publish(items, after: glance) {
      (step: PublishStep) throws(PublishFailure) in checkpoint(step)
    }
    return (made.paths.withLock { $0.sorted() }, summary)
  }

  private final class Made: Sendable {
    let paths = Mutex<[String]>([])
  }

  private func staging() throws -> StagingArea {
    StagingArea(location: try OutputLocation(output: fixture.output, protected: []))
  }

  private let files = ["a/index.html": "one", "b": "two", "c": "three"]

  @Test("what is made from the same is not made again; what is made from something else is")
  func unchanged() throws {
    #expect(try publish(files).made == ["a/index.html", "b", "c"])
    #expect(try publish(files).made == [])
    var changed = files
    changed["b"] = "TWO"
    let (made, summary) = try publish(changed)
    #expect(made == ["b"])
    #expect(summary == PublishSummary(written: 1, unchanged: 2))
    #expect(try publish(changed).made == [])
    #expect(fixture.text("public/a/index.html") == "one")
    #expect(try fixture.verify().isSound)
  }

  @Test("what found something while it was made is made each time")
  func findings() throws {
    _ = try publish(files, isWhole: false)
    #expect(try publish(files, isWhole: false).made.count == 3)
    #expect(try publish(files).made.count == 3)
    #expect(try publish(files).made == [])
  }

  @Test("a page edited by hand is made again, even with its size and time as before; so is a missing one")
  func edited() throws {
    _ = try publish(files)
    var status = stat()
    try #require(stat(fixture.output + "/b", &status) == 0)
    let file = open(fixture.output + "/b", O_WRONLY)
    #expect(write(file, "TWO", 3) == 3)
    #if canImport(Darwin)
      futimens(file, [status.st_atimespec, status.st_mtimespec])
    #else
      futimens(file, [status.st_atim, status.st_mtim])
    #endif
    close(file)
    try fixture.remove("public/c")
    let (made, summary) = try publish(files)
    #expect(made == ["b", "c"])
    #expect(summary.written == 2)
    #expect(fixture.text("public/b") == "two")
    #expect(try fixture.verify().isSound)
  }

  @Test(
    "a page edited while a build goes on, after its look at the output, is made again by the next",
    arguments: [1, 2, 3])
  func editedMeanwhile(earlierBuilds: Int) throws {
    for _ in 0..<earlierBuilds { _ = try publish(files) }
    let glance = fixture.publisher().glance().value
    #expect(glance?.isUntouched == [true, true, true])
    // The same length, into the same file.
    try Data("TWO".utf8).write(to: URL(filePath: fixture.output + "/b"), options: [])
    var changed = files
    changed["c"] = "other"
    #expect(try publish(changed, after: glance).made == ["c"])
    #expect(try publish(changed).made == ["b"])
    #expect(fixture.text("public/b") == "two")
    #expect(try publish(changed).made == [])
    #expect(try fixture.verify().isSound)
  }

  @Test("so is one edited between its comparison and its second name", arguments: [1, 2, 3])
  func editedBeforeLink(earlierBuilds: Int) throws {
    for _ in 0..<earlierBuilds { _ = try publish(files) }
    let page = URL(filePath: fixture.output + "/b")
    var changed = files
    changed["c"] = "other"
    let (made, _) = try publish(changed) { step in
      if step == .rendered { try? Data("TWO".utf8).write(to: page, options: []) }
    }
    #expect(made == ["c"])
    #expect(try publish(changed).made == ["b"])
    #expect(fixture.text("public/b") == "two")
    #expect(try fixture.verify().isSound)
  }

  @Test("in a copy of the output, as a cache restores it, what has its bytes is not made again")
  func copied() throws {
    _ = try publish(files)
    for name in ["public", "public.staging"] {
      try FileManager.default.copyItem(atPath: fixture.root + "/" + name, toPath: fixture.root + "/copy")
      try fixture.remove(name)
      try FileManager.default.moveItem(atPath: fixture.root + "/copy", toPath: fixture.root + "/" + name)
    }
    try fixture.write("TWO", "public/b")
    #expect(try publish(files).made == ["b"])
    #expect(try fixture.verify().isSound)
  }

  @Test("a record of another program, or of another output, is not believed")
  func otherRecord() throws {
    _ = try publish(files)
    let record = try #require(try staging().record())
    try staging().keep(
      BuildRecord(
        program: Self.key("other"), manifest: record.manifest, files: record.files, tree: record.tree,
        spare: nil), ParallelMap(jobs: 1))
    #expect(try publish(files, key: "x").made.count == 3)
    #expect(try publish(files, key: "x").made == [])
    // Keys of other files at the same paths.
    try staging().keep(record, ParallelMap(jobs: 1))
    let other = try OutputFixture()
    _ = try other.publish(["b": "other"])
    try fixture.remove("public")
    try FileManager.default.moveItem(atPath: other.output, toPath: fixture.output)
    #expect(try publish(files).made.count == 3)
    #expect(fixture.text("public/b") == "two")
  }

  @Test("a compressed file is proven with the one that it was made of")
  func compressed() throws {
    let text = String(repeating: "text", count: 100)
    _ = try publish(["a.html": text], compress: true)
    #expect(try publish(["a.html": text], compress: true).made == [])
    try fixture.remove("public/a.html.gz")
    let (made, summary) = try publish(["a.html": text], compress: true)
    #expect(made == ["a.html"])
    #expect(summary == PublishSummary(written: 1, unchanged: 1))
    #expect(try publish(["a.html": text]).summary == PublishSummary(unchanged: 1, removed: 1))
    #expect(try publish(["a.html": text], compress: true).summary == PublishSummary(written: 1, unchanged: 1))
  }
}
