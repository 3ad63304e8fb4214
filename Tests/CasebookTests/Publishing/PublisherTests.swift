import Foundation
import Testing

@testable import Casebook

@Suite("Publishing")
struct PublisherTests {
  @Test("a site of many files that are all the same stays, and one that ends otherwise does not")
  func manyFiles() throws {
    let fixture = try OutputFixture()
    var files = Dictionary(uniqueKeysWithValues: (1000..<2600).map { ("\($0)", "text") })
    try fixture.publish(files)
    let inode = try fixture.inode("public/manifest.json")
    #expect(try fixture.publish(files).unchanged == 1600)
    #expect(try fixture.inode("public/manifest.json") == inode)
    files["2599"] = "other"
    #expect(try fixture.publish(files).written == 1)
    #expect(try fixture.inode("public/manifest.json") != inode)
    #expect(try fixture.verify().isSound)
  }

  private let fixture: OutputFixture
  private let pages = ["index.html": "home", "incidents/2024-217/index.html": "事件", "feed.xml": "<feed/>"]

  init() throws { fixture = try OutputFixture() }

  @Test("the first publish makes the output and the folders above it, and leaves nothing else but the lock")
  func first() throws {
    let summary = try fixture.publisher(fixture.root + "/a/b/public/").publish(OutputFixture.items(pages))
    #expect(summary == PublishSummary(written: 3))
    #expect(
      try fixture.tree("a/b") == [
        "public/", "public/feed.xml", "public/incidents/", "public/incidents/2024-217/",
        "public/incidents/2024-217/index.html", "public/index.html", "public/manifest.json",
      ])
    #expect(fixture.text("a/b/public/incidents/2024-217/index.html") == "事件")
    #expect(try Verification(of: fixture.root + "/a/b/public/", jobs: 1).run().isSound)
  }

  @Test("nothing to publish is an archive too")
  func empty() throws {
    #expect(try fixture.publish([:]) == PublishSummary())
    #expect(try fixture.verify().isSound)
    #expect(try fixture.publish([:]) == PublishSummary())
  }

  @Test("publishing the same again writes nothing: every file and the folder stay the same")
  func unchanged() throws {
    try fixture.publish(pages)
    let before = try ["public", "public/index.html", "public/manifest.json"].map(fixture.inode)
    #expect(try fixture.publish(pages) == PublishSummary(unchanged: 3))
    #expect(try ["public", "public/index.html", "public/manifest.json"].map(fixture.inode) == before)
  }

  @Test("one change writes one file; the others are the same files with their times")
  func oneChange() throws {
    try fixture.publish(pages)
    let feed = try fixture.inode("public/feed.xml")
    let home = try fixture.inode("public/index.html")
    var changed = pages
    changed["index.html"] = "HOME"
    #expect(try fixture.publish(changed) == PublishSummary(written: 1, unchanged: 2))
    #expect(fixture.text("public/index.html") == "HOME")
    #expect(try fixture.inode("public/feed.xml") == feed)
    #expect(try fixture.inode("public/index.html") != home)
    #expect(try fixture.verify().isSound)
  }

  @Test("a page that is no longer published goes, with the folders that it alone needed")
  func removal() throws {
    try fixture.publish(pages)
    let rest = pages.filter { $0.key != "incidents/2024-217/index.html" }
    #expect(try fixture.publish(rest) == PublishSummary(unchanged: 2, removed: 1))
    #expect(
      try fixture.tree() == ["public/", "public/feed.xml", "public/index.html", "public/manifest.json"])
  }

  @Test("a page edited by hand, with or without its size, is written anew; so is a deleted one")
  func editedByHand() throws {
    try fixture.publish(pages)
    try fixture.write("HACK", "public/index.html")
    try fixture.write("longer than it was", "public/feed.xml")
    try FileManager.default.removeItem(atPath: fixture.output + "/incidents/2024-217/index.html")
    #expect(try fixture.publish(pages) == PublishSummary(written: 3))
    #expect(fixture.text("public/index.html") == "home")
    #expect(try fixture.verify().isSound)
  }

  @Test("a page replaced by a symbolic link is written anew, and where the link led stays as it was")
  func replacedByLink() throws {
    try fixture.publish(pages)
    try fixture.write("home", "outside")
    try FileManager.default.removeItem(atPath: fixture.output + "/index.html")
    try fixture.makeLink("public/index.html", to: "../outside")
    #expect(try fixture.verify().changed.map(\.description) == ["index.html"])
    #expect(try fixture.publish(pages) == PublishSummary(written: 1, unchanged: 2))
    #expect(try fixture.inode("public/index.html") != fixture.inode("outside"))
    #expect(fixture.text("outside") == "home")
    #expect(try fixture.verify().isSound)
  }

  @Test("a file is copied from elsewhere, and linked when it is the same the next time")
  func copies() throws {
    let long = String(repeating: "0123456789abcdef", count: 40_000)
    try fixture.write(long, "photo.jpg")
    let path = try #require(OutputPath("static/photo.jpg"))
    let items = [PublishItem(path: path, content: .copy(from: fixture.root + "/photo.jpg"))]
    #expect(try fixture.publisher().publish(items) == PublishSummary(written: 1))
    #expect(fixture.text("public/static/photo.jpg") == long)
    #expect(try fixture.publisher().publish(items) == PublishSummary(unchanged: 1))
    try fixture.write(long.dropLast() + "F", "photo.jpg")
    #expect(try fixture.publisher().publish(items) == PublishSummary(written: 1))
    #expect(fixture.text("public/static/photo.jpg") == long.dropLast() + "F")
    #expect(try fixture.verify().isSound)
  }

  @Test("only a regular file is copied", arguments: ["", "missing"])
  func copyOfNoFile(name: String) throws {
    let path = try #require(OutputPath("x"))
    let item = PublishItem(path: path, content: .copy(from: fixture.root + "/" + name))
    let expected = name.isEmpty ? "sourceIsNotAFile" : "system"
    #expect(failure { try fixture.publisher().publish([item]) } == expected)
    #expect(try fixture.tree() == [])
  }

  @Test("two items of one path, or a page where another needs a folder, publish nothing")
  func conflicts() throws {
    let one = try OutputFixture.items(["a": "1"])
    #expect(failure { try fixture.publisher().publish(one + one) } == "conflictingItems")
    let nested = try OutputFixture.items(["a": "1", "a-b": "2", "a/b/c": "3"])
    #expect(failure { try fixture.publisher().publish(nested) } == "conflictingItems")
    #expect(try fixture.tree() == [])
  }

  @Test("the order of the items and the number of jobs leave no trace", arguments: [1, 2, 7])
  func determinism(jobs: Int) throws {
    let files = Dictionary(uniqueKeysWithValues: (0..<300).map { ("p/\($0)/index.html", "page \($0)") })
    try fixture.publish(files)
    let items = try OutputFixture.items(files).shuffled()
    _ = try fixture.publisher(fixture.root + "/other", jobs: jobs).publish(items)
    #expect(fixture.text("other/manifest.json") == fixture.text("public/manifest.json"))
    #expect(try fixture.tree("other") == fixture.tree("public"))
  }

  @Test("a page that cannot be rendered leaves the output as it was, and the first such page is named")
  func renderingFails() throws {
    struct Broken: Error {}
    try fixture.publish(pages)
    let inode = try fixture.inode("public")
    let bad = try ["z", "b", "m"].map { name in
      PublishItem(
        path: try #require(OutputPath(name)), content: .rendered { _, _, _ throws -> Bool in throw Broken() })
    }
    let error = #expect(throws: PublishFailure.self) {
      try fixture.publisher().publish(OutputFixture.items(["index.html": "new"]) + bad)
    }
    #expect(error?.message.hasPrefix("cannot render 'b'") == true)
    #expect(try fixture.inode("public") == inode)
    #expect(fixture.text("public/index.html") == "home")
    #expect(try fixture.tree("").contains { $0.hasPrefix("public.staging") } == false)
  }

  @Test("a buffer is empty for each page, however long the one before")
  func buffers() throws {
    try fixture.publish(["a": String(repeating: "long", count: 10_000), "b": "", "c": "c"], jobs: 1)
    #expect(fixture.text("public/b") == "")
    #expect(fixture.text("public/c") == "c")
  }
}
