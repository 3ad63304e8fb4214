import Foundation
import Testing

@testable import Casebook

@Suite("Files of others in the output")
struct ForeignFileTests {
  private let fixture: OutputFixture

  init() throws { fixture = try OutputFixture() }

  @Test("a folder that has but dotfiles is published into, and they stay")
  func shippedFolder() throws {
    try fixture.write("*\n", "public/.gitignore")
    #expect(try fixture.publish(["a": "1"]) == PublishSummary(written: 1, carried: 1))
    #expect(fixture.text("public/.gitignore") == "*\n")
    #expect(try fixture.verify().foreign == [".gitignore"])
  }

  @Test("files, links, empty folders and modes of others stay through every publish")
  func carriedOver() throws {
    try fixture.publish(["a/index.html": "1"])
    try fixture.write("example.jp", "public/CNAME")
    try fixture.write("ref", "public/.git/HEAD")
    try fixture.makeFolder("public/.git/refs/tags")
    try fixture.write("note", "public/a/note.txt")
    try fixture.makeLink("public/current", to: "nowhere/at all")
    #expect(chmod(fixture.output + "/.git/HEAD", 0o440) == 0)
    #expect(chmod(fixture.output + "/.git/refs", 0o700) == 0)
    #expect(chmod(fixture.output, 0o750) == 0)
    #expect(try fixture.publish(["b": "2"]) == PublishSummary(written: 1, removed: 1, carried: 4))
    #expect(
      try fixture.tree("public") == [
        ".git/", ".git/HEAD", ".git/refs/", ".git/refs/tags/", "CNAME", "a/", "a/note.txt", "b", "current",
        "manifest.json",
      ])
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: fixture.output + "/current")
        == "nowhere/at all")
    for (path, mode) in [(".git/HEAD", 0o440), (".git/refs", 0o700), ("", 0o750)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: fixture.output + "/" + path)
      #expect(attributes[.posixPermissions] as? Int == mode)
    }
    #expect(try fixture.verify().isSound)
  }

  @Test(
    "a new page does not overwrite a file of others, nor go where one is in the way, unless forced",
    arguments: [("a", "a"), ("a", "a/b"), ("a/b", "a")])
  func collision(theirs: String, ours: String) throws {
    try fixture.publish(["x": "1"])
    try fixture.write("theirs", "public/" + theirs)
    try fixture.write("keep", "public/other")
    #expect(failure { try fixture.publish([ours: "ours"]) } == "collision")
    #expect(fixture.text("public/" + theirs) == "theirs")
    #expect(fixture.text("public/x") == "1")
    #expect(
      try fixture.publish([ours: "ours"], force: true) == PublishSummary(written: 1, removed: 1, carried: 1))
    #expect(fixture.text("public/" + ours) == "ours")
    #expect(fixture.text("public/other") == "keep")
    #expect(try fixture.verify().isSound)
  }

  @Test("a folder with files and no manifest is refused; forced, only what is in the way is replaced")
  func notOurs() throws {
    try fixture.write("theirs", "public/index.html")
    try fixture.write("photo", "public/photos/1.jpg")
    #expect(failure { try fixture.publish(["index.html": "ours"]) } == "notOurs")
    #expect(try fixture.tree() == ["public/", "public/index.html", "public/photos/", "public/photos/1.jpg"])
    #expect(
      try fixture.publish(["index.html": "ours"], force: true) == PublishSummary(written: 1, carried: 1))
    #expect(fixture.text("public/index.html") == "ours")
    #expect(fixture.text("public/photos/1.jpg") == "photo")
  }

  @Test("another program's manifest.json is not taken for ours, nor is a link to one")
  func otherManifest() throws {
    try fixture.write(#"{"name": "app"}"#, "public/manifest.json")
    #expect(failure { try fixture.publish(["a": "1"]) } == "notOurs")
    try FileManager.default.removeItem(atPath: fixture.output + "/manifest.json")
    try fixture.write(String(decoding: Manifest(sorted: []).encoded(), as: UTF8.self), "real.json")
    try fixture.makeLink("public/manifest.json", to: "../real.json")
    #expect(failure { try fixture.publish(["a": "1"]) } == "notOurs")
    try fixture.publish(["a": "1"], force: true)
    #expect(try fixture.verify().isSound)
    #expect(fixture.text("real.json")?.contains("casebook") == true)
  }

  @Test("a file that arrives, or is replaced, after the others were carried over is moved, not lost")
  func lateArrival() throws {
    try fixture.publish(["a/index.html": "1", "gone/index.html": "1"])
    try fixture.write("old", "public/CNAME")
    try fixture.write("kept", "public/kept")
    let items = try OutputFixture.items(["a/index.html": "2"])
    let fixture = fixture
    _ = try fixture.publisher().publish(items) { (step: PublishStep) throws(PublishFailure) in
      guard step == .sealed else { return }
      try? fixture.write("late", "public/late/er/note")
      try? fixture.write("late", "public/gone/note")
      try? FileManager.default.removeItem(atPath: fixture.output + "/CNAME")
      try? fixture.write("newer", "public/CNAME")
    }
    #expect(fixture.text("public/late/er/note") == "late")
    #expect(fixture.text("public/gone/note") == "late")
    #expect(fixture.text("public/CNAME") == "newer")
    #expect(fixture.text("public/kept") == "kept")
    #expect(fixture.text("public/a/index.html") == "2")
    #expect(fixture.text("public/gone/index.html") == nil)
    #expect(try fixture.verify().isSound)
    #expect(try fixture.tree().contains { $0.hasPrefix("public.staging") } == false)
  }

  @Test("a late file where the build has a page is kept aside, and named until somebody moves it")
  func lateCollision() throws {
    try fixture.publish(["a": "1"])
    let items = try OutputFixture.items(["a": "1", "b": "ours"])
    let fixture = fixture
    let error = #expect(throws: PublishFailure.self) {
      try fixture.publisher().publish(items) { (step: PublishStep) throws(PublishFailure) in
        if step == .sealed { try? fixture.write("theirs", "public/b") }
      }
    }
    #expect(error?.name == "lateCollision")
    #expect(fixture.text("public/b") == "ours")
    #expect(fixture.text("public.staging/site/b") == "theirs")
    #expect(try fixture.verify().isSound)
    #expect(failure { try fixture.publish(["a": "1"]) } == "lateCollision")
    #expect(fixture.text("public.staging/site/b") == "theirs")
    try FileManager.default.moveItem(
      atPath: fixture.root + "/public.staging/site/b", toPath: fixture.root + "/b")
    #expect(try fixture.publish(["a": "1"]) == PublishSummary(unchanged: 1, removed: 1))
  }

  @Test("a section replaced by a symbolic link is in the way; forced, the link goes and its target stays")
  func linkedSection() throws {
    try fixture.publish(["b/c": "1"])
    try FileManager.default.moveItem(atPath: fixture.output + "/b", toPath: fixture.root + "/elsewhere")
    try fixture.makeLink("public/b", to: "../elsewhere")
    #expect(failure { try fixture.publish(["b/c": "1"]) } == "collision")
    #expect(try fixture.publish(["b/c": "1"], force: true).written == 1)
    #expect(
      try fixture.tree() == [
        "elsewhere/", "elsewhere/c", "public/", "public/b/", "public/b/c", "public/manifest.json",
      ])
    #expect(try fixture.inode("elsewhere/c") != fixture.inode("public/b/c"))
  }

  @Test("where no second name can be made, a copy has the mode and time and is not taken for a late file")
  func copied() throws {
    try fixture.write("theirs", "public/.git/HEAD")
    #expect(chmod(fixture.output + "/.git/HEAD", 0o440) == 0)
    let location = try OutputLocation(output: fixture.output, protected: [])
    let staging = StagingArea(location: location)
    let site = try staging.create(isForced: false)
    try FileCopy.make(Array(".git/HEAD".utf8), from: try Folder.existing(fixture.output), to: site)
    let before = try FileManager.default.attributesOfItem(atPath: fixture.output + "/.git/HEAD")
    try SiteExchange(staging).run(replacing: true)
    let copy = try fixture.inode("public/.git/HEAD")
    try StagingRecovery(location: location, jobs: ParallelMap(jobs: 1)).run()
    #expect(try fixture.inode("public/.git/HEAD") == copy)
    let after = try FileManager.default.attributesOfItem(atPath: fixture.output + "/.git/HEAD")
    #expect(after[.posixPermissions] as? Int == 0o440)
    #expect(after[.modificationDate] as? Date == before[.modificationDate] as? Date)
    #expect(fixture.text("public/.git/HEAD") == "theirs")
  }
}
