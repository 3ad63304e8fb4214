import Foundation
import Testing

@testable import Casebook

@Suite("The site before the last one, kept for the next")
struct SpareTests {
  private let fixture: OutputFixture
  private let pages = ["index.html": "1", "a/b/index.html": "1", "a/c/index.html": "1", "d": "1"]

  init() throws { fixture = try OutputFixture() }

  /// Publishes until there is a spare: the first publish replaces nothing.
  private func publishTwice() throws {
    try fixture.publish(pages.merging(["index.html": "0"]) { $1 })
    try fixture.publish(pages)
  }

  @Test("two folders take turns, and what did not change is the same file in both")
  func turns() throws {
    try publishTwice()
    let spare = try fixture.inode("public.staging/spare")
    let published = try fixture.inode("public")
    let page = try fixture.inode("public/d")
    #expect(
      try fixture.publish(pages.merging(["index.html": "2"]) { $1 })
        == PublishSummary(written: 1, unchanged: 3))
    #expect(try fixture.inode("public") == spare)
    #expect(try fixture.inode("public.staging/spare") == published)
    #expect(try fixture.inode("public/d") == page)
    #expect(try fixture.inode("public.staging/spare/d") == page)
    #expect(fixture.text("public/index.html") == "2")
    #expect(try fixture.verify().isSound)
  }

  @Test("nothing is written into a file: whoever has the old one open reads it to its end")
  func openFile() throws {
    try publishTwice()
    let file = try #require(FileHandle(forReadingAtPath: fixture.output + "/index.html"))
    for text in ["2", "3", "4"] { try fixture.publish(pages.merging(["index.html": text]) { $1 }) }
    #expect(try file.readToEnd() == Data("1".utf8))
  }

  @Test(
    "pages that come, go, come back and change places with folders are where they belong after each publish")
  func pagesComeAndGo() throws {
    let sites: [[String: String]] = [
      ["a": "file", "b/x": "1"], ["a/index.html": "folder", "b/x": "1"], ["a": "file", "b": "file"],
      ["b/x/y/z": "deep"], ["b/x": "1"], [:], ["a/index.html": "1", "b/x": "1"],
      ["a/index.html": "1", "b/x": "2"],
    ]
    for (index, site) in (sites + sites + sites.reversed()).enumerated() {
      try fixture.publish(site)
      let files = try fixture.files(in: "public").filter { $0.key != "manifest.json" }
      #expect(files == site.mapValues { Data($0.utf8) }, "\(index)")
      let folders = Set(
        site.keys.flatMap { path in
          path.indices.filter { path[$0] == "/" }.map { String(path[...$0]) }
        })
      #expect(Set(try fixture.tree("public").filter { $0.hasSuffix("/") }) == folders, "\(index)")
      #expect(try fixture.verify().isSound)
    }
  }

  @Test("files of others are carried over and over, and taken away when they are gone")
  func foreign() throws {
    try publishTwice()
    func publish(_ text: String) throws -> [String] {
      try fixture.publish(pages.merging(["index.html": text]) { $1 })
      #expect(try fixture.verify().isSound)
      return try fixture.verify().foreign
    }
    try fixture.write("1", "public/CNAME")
    try fixture.write("1", "public/a/b/note")
    try fixture.makeFolder("public/empty/er")
    try fixture.makeLink("public/link", to: "here")
    #expect(try publish("2") == ["CNAME", "a/b/note", "link"])
    #expect(try publish("3") == ["CNAME", "a/b/note", "link"])
    // Replaced, as editors do; edited in place; led elsewhere; gone.
    try fixture.remove("public/CNAME")
    try fixture.write("2", "public/CNAME")
    let note = try #require(FileHandle(forWritingAtPath: fixture.output + "/a/b/note"))
    note.write(Data("2".utf8))
    try fixture.remove("public/link")
    try fixture.makeLink("public/link", to: "there")
    for text in ["4", "5", "6"] {
      #expect(try publish(text) == ["CNAME", "a/b/note", "link"])
      #expect(fixture.text("public/CNAME") == "2")
      #expect(fixture.text("public/a/b/note") == "2")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: fixture.output + "/link") == "there")
      #expect(try fixture.tree("public").contains("empty/er/"))
    }
    try fixture.remove("public/CNAME")
    try fixture.remove("public/empty")
    for text in ["7", "8", "9"] {
      #expect(try publish(text) == ["a/b/note", "link"])
      #expect(try !fixture.tree("public").contains("empty/"))
    }
  }

  @Test(
    "a spare in which somebody has added, removed or replaced something is not used",
    arguments: ["added", "removed", "replaced", "top", "record"])
  func tampered(how: String) throws {
    try publishTwice()
    switch how {
    case "added": try fixture.write("x", "public.staging/spare/a/b/x")
    case "removed": try fixture.remove("public.staging/spare/a/c/index.html")
    case "replaced":
      try fixture.write("x", "x")
      #expect(rename(fixture.root + "/x", fixture.root + "/public.staging/spare/a/c/index.html") == 0)
    case "top":
      try fixture.write("x", "x")
      #expect(rename(fixture.root + "/x", fixture.root + "/public.staging/spare/d") == 0)
    default: try fixture.remove("public.staging/record")
    }
    try fixture.publish(pages.merging(["index.html": "2"]) { $1 })
    #expect(try fixture.verify() == VerificationReport(files: 4, missing: [], changed: [], foreign: []))
  }

  @Test("a file of the spare written into in place is the output's too, and made anew")
  func writtenInto() throws {
    try publishTwice()
    let file = try #require(FileHandle(forWritingAtPath: fixture.root + "/public.staging/spare/d"))
    file.write(Data("x".utf8))
    #expect(try fixture.publish(pages.merging(["index.html": "2"]) { $1 }).written == 2)
    #expect(fixture.text("public/d") == "1")
    #expect(try fixture.verify().isSound)
  }

  @Test("the folder may be deleted at any time")
  func deleted() throws {
    try publishTwice()
    try fixture.remove("public.staging")
    #expect(try fixture.publish(pages) == PublishSummary(unchanged: 4))
    #expect(try fixture.verify().isSound)
  }

  @Test("two outputs beside one another have each its own")
  func twoOutputs() throws {
    for text in ["1", "2", "3"] {
      for name in ["public", "other"] {
        _ = try fixture.publisher(fixture.root + "/" + name).publish(
          OutputFixture.items(["a": name + text, "b": name]))
      }
    }
    #expect(fixture.text("public/a") == "public3")
    #expect(fixture.text("other/a") == "other3")
    #expect(fixture.text("other/b") == "other")
  }
}
