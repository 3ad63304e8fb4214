import Foundation
import TestSupport
import Testing

@testable import CasebookPreview

@Suite("Files are read inside the archive only")
struct OpenFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("inside", "archive/content/static/a.txt")
    try folder.write("secret", "secret.txt")
  }

  private func text(_ path: String) -> String? {
    guard let file = OpenFile(path, inside: folder.root + "/archive") else { return nil }
    var bytes: [UInt8] = []
    return file.read(0..<file.length, into: &bytes) ? String(decoding: bytes, as: UTF8.self) : nil
  }

  @Test("a file, and a link to one of the same archive")
  func inside() throws {
    try folder.makeLink("archive/content/static/b.txt", to: "a.txt")
    #expect(text("content/static/a.txt") == "inside")
    #expect(text("content/static/b.txt") == "inside")
  }

  @Test("no link, folder or path leads out")
  func outside() throws {
    try folder.makeLink("archive/content/static/link.txt", to: "../../../secret.txt")
    try folder.makeLink("archive/content/up", to: "../..")
    try folder.makeLink("archive-2", to: "archive")
    for path in [
      "content/static/link.txt", "content/up/secret.txt", "../secret.txt", "content/static", "missing.txt",
      "content/../../secret.txt",
    ] {
      #expect(text(path) == nil, "\(path)")
    }
  }

  @Test("a pipe is no file, and nobody waits for it")
  func pipe() throws {
    #expect(mkfifo(folder.root + "/archive/content/static/pipe", 0o600) == 0)
    #expect(text("content/static/pipe") == nil)
  }

  @Test("a file that became shorter does not give what it has not")
  func shorter() throws {
    let file = try #require(OpenFile("content/static/a.txt", inside: folder.root + "/archive"))
    #expect(truncate(folder.root + "/archive/content/static/a.txt", 2) == 0)
    var bytes: [UInt8] = []
    #expect(!file.read(0..<6, into: &bytes))
  }
}
