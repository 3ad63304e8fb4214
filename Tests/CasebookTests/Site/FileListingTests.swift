import Foundation
import Testing

@testable import Casebook

struct FileListingTests {
  private let fixture: OutputFixture
  private var folder: String { fixture.root + "/content" }

  init() throws {
    fixture = try OutputFixture()
    for path in ["a/one.md", "a/two.md", "a-b/three.md", "a/deep/four.md", "b.md"] {
      try fixture.write("text", "content/" + path)
    }
  }

  private func listing() -> FileListing { FileListing(root: folder, prefix: "content/") }

  /// A listing that is told of changes must be the listing that a new start would make.
  private func expectUpdated(
    _ paths: Set<String>, sourceLocation: SourceLocation = #_sourceLocation, _ change: () throws -> Void
  ) rethrows {
    var known = listing()
    try change()
    known.update(paths)
    let fresh = listing()
    #expect(known.files == fresh.files, sourceLocation: sourceLocation)
    #expect(Set(known.diagnostics) == Set(fresh.diagnostics), sourceLocation: sourceLocation)
  }

  @Test("a new file, a changed file and a removed file are found by their paths")
  func files() throws {
    try expectUpdated(["a/five.md", "a/one.md", "b.md"]) {
      try fixture.write("text", "content/a/five.md")
      try fixture.write("longer text", "content/a/one.md")
      try FileManager.default.removeItem(atPath: folder + "/b.md")
    }
  }

  @Test("a folder stands for everything below it, and not for its neighbours")
  func folders() throws {
    try expectUpdated(["a", "moved"]) {
      try FileManager.default.moveItem(atPath: folder + "/a", toPath: folder + "/moved")
    }
    try expectUpdated(["a-b"]) { try FileManager.default.removeItem(atPath: folder + "/a-b") }
  }

  @Test("a file in the place of a folder, and a folder in the place of a file")
  func exchanged() throws {
    try expectUpdated(["a", "b.md"]) {
      try FileManager.default.removeItem(atPath: folder + "/a")
      try FileManager.default.removeItem(atPath: folder + "/b.md")
      try fixture.write("text", "content/a")
      try fixture.write("text", "content/b.md/inside.md")
    }
  }

  @Test("a symbolic link changes with the file that it leads to")
  func links() throws {
    try fixture.makeLink("content/link.md", to: "b.md")
    try fixture.makeLink("content/dangling.md", to: "later.md")
    try expectUpdated(["b.md"]) { try fixture.write("longer text", "content/b.md") }
    try expectUpdated(["b.md"]) { try FileManager.default.removeItem(atPath: folder + "/b.md") }
    try expectUpdated(["later.md"]) { try fixture.write("text", "content/later.md") }
    try expectUpdated(["link.md"]) {
      try FileManager.default.removeItem(atPath: folder + "/link.md")
      try fixture.makeLink("content/link.md", to: "/etc/hostname")
    }
  }

  @Test("what editors drop is as little found by name as in a listing")
  func ignored() throws {
    try expectUpdated(["a/.one.md.swp", "a/one.md~"]) {
      try fixture.write("text", "content/a/.one.md.swp")
      try fixture.write("text", "content/a/one.md~")
    }
  }
}
