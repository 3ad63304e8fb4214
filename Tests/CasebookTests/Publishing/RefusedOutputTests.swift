import Foundation
import Testing

@testable import Casebook

@Suite("Outputs that are refused")
struct RefusedOutputTests {
  private let fixture: OutputFixture

  init() throws { fixture = try OutputFixture() }

  @Test("a symbolic link, a file and the root are no outputs, and stay as they are")
  func noFolder() throws {
    try fixture.makeFolder("real")
    try fixture.makeLink("link", to: "real")
    try fixture.write("text", "file")
    let items = try OutputFixture.items(["a": "1"])
    #expect(
      failure { try fixture.publisher(fixture.root + "/link").publish(items) } == "outputIsSymbolicLink")
    #expect(
      failure { try fixture.publisher(fixture.root + "/link/").publish(items) } == "outputIsSymbolicLink")
    #expect(failure { try fixture.publisher(fixture.root + "/file").publish(items) } == "outputIsNotAFolder")
    #expect(failure { try fixture.publisher(fixture.root + "/file/x").publish(items) } == "system")
    #expect(failure { try fixture.publisher("/").publish(items) } == "outputIsRoot")
    #expect(try fixture.tree() == ["file", "link", "real/"])
  }

  @Test(
    "an output that is, contains or lies in a folder that is read is refused, by whatever name",
    arguments: [
      "content", "content/x/public", "", "content/../content", "alias/public", "templates/../content/",
    ])
  func protected(output: String) throws {
    try fixture.write("text", "content/a.md")
    try fixture.makeFolder("templates")
    try fixture.makeLink("alias", to: "content")
    let publisher = fixture.publisher(
      fixture.root + "/" + output, protected: [fixture.root + "/content"], force: true)
    let before = try fixture.tree()
    #expect(failure { try publisher.publish(OutputFixture.items(["a": "1"])) } == "outputMeetsSource")
    #expect(try fixture.tree() == before)
  }

  @Test("a folder beside what is read, or one with a name that starts the same, is not refused")
  func notProtected() throws {
    try fixture.makeFolder("content")
    let sources = ["content", "missing"].map { fixture.root + "/" + $0 }
    let publisher = fixture.publisher(fixture.root + "/content-built", protected: sources)
    #expect(try publisher.publish(OutputFixture.items(["a": "1"])).written == 1)
  }

  @Test("while one build holds the lock, another fails and names it; afterwards it does not")
  func locked() throws {
    let fixture = fixture
    let items = try OutputFixture.items(["a": "1"])
    var inner: String?
    _ = try fixture.publisher().publish(items) { (step: PublishStep) throws(PublishFailure) in
      guard step == .rendered else { return }
      do { try fixture.publish(["b": "2"]) } catch { inner = "\(error)" }
    }
    #expect(inner == "another build holds the lock '\(fixture.root)/.public.lock'")
    #expect(fixture.text("public/a") == "1")
    #expect(try fixture.publish(["b": "2"]).written == 1)
  }

  @Test("a folder of the staging folder's name that is not ours is left alone")
  func foreignStaging() throws {
    try fixture.write("mine", "public.staging/thesis.txt")
    #expect(failure { try fixture.publish(["a": "1"]) } == "stagingIsNotOurs")
    #expect(try fixture.tree() == ["public.staging/thesis.txt"])
  }

  @Test("what is left of a killed build is cleaned away", arguments: [true, false])
  func leftOverStaging(isEmpty: Bool) throws {
    try fixture.publish(["a": "1"])
    try fixture.makeFolder("public.staging")
    if !isEmpty {
      try fixture.write("", "public.staging/casebook-staging")
      try fixture.write("half", "public.staging/site/deep/er/x")
    }
    #expect(try fixture.publish(["a": "2"]).written == 1)
    #expect(try fixture.tree() == ["public/", "public/a", "public/manifest.json"])
  }
}
