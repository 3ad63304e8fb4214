import Foundation
import Testing

@testable import Casebook

@Suite("Verification")
struct VerificationTests {
  private let fixture: OutputFixture

  init() throws {
    fixture = try OutputFixture()
    try fixture.publish(["a": "one", "b/c": "two", "d": "three", "e": ""])
  }

  @Test("a published archive is sound")
  func sound() throws {
    let report = try fixture.verify()
    #expect(report == VerificationReport(files: 4, missing: [], changed: [], foreign: []))
    #expect(report.isSound)
  }

  @Test("one byte changed, a file gone, one grown and one replaced by a folder are each named")
  func differences() throws {
    try fixture.write("onf", "public/a")
    try FileManager.default.removeItem(atPath: fixture.output + "/b")
    try fixture.write("x", "public/e")
    try FileManager.default.removeItem(atPath: fixture.output + "/d")
    try fixture.write("x", "public/d/x")
    let report = try fixture.verify()
    #expect(!report.isSound)
    #expect(report.changed.map(\.description) == ["a", "d", "e"])
    #expect(report.missing.map(\.description) == ["b/c"])
    #expect(report.foreign == ["d/x"])
  }

  @Test("a folder replaced by a symbolic link to the same files is not sound")
  func linkedFolder() throws {
    try FileManager.default.moveItem(atPath: fixture.output + "/b", toPath: fixture.root + "/elsewhere")
    try fixture.makeLink("public/b", to: "../elsewhere")
    #expect(try fixture.verify().changed.map(\.description) == ["b/c"])
  }

  @Test("a pipe in the place of an empty file is not that file, and nobody waits for its other end")
  func pipe() throws {
    try FileManager.default.removeItem(atPath: fixture.output + "/e")
    #expect(mkfifo(fixture.output + "/e", 0o600) == 0)
    #expect(try fixture.verify().changed.map(\.description) == ["e"])
  }

  @Test("without a folder or a manifest of ours there is nothing to verify")
  func unusable() throws {
    #expect(failure { try Verification(of: fixture.root + "/none", jobs: 1).run() } == "missingOutput")
    #expect(failure { try Verification(of: fixture.output + "/a", jobs: 1).run() } == "missingOutput")
    try fixture.write("{}", "public/manifest.json")
    #expect(failure { try fixture.verify() } == "invalidManifest")
    try FileManager.default.removeItem(atPath: fixture.output + "/manifest.json")
    #expect(failure { try fixture.verify() } == "missingManifest")
  }
}
