import Foundation
import TestSupport
import Testing

@testable import Casebook

struct UnreadableFileTests {
  @Test(
    "a file to be copied that nobody may read is found by a check, not by the build's last step",
    .enabled(if: geteuid() != 0, "root may read everything"),
    arguments: ["incidents/figure.png", "static/figure.png"])
  func copies(_ path: String) throws {
    let fixture = try ArchiveFixture()
    try fixture.write("x", "content/" + path)
    try #require(chmod(fixture.root + "/content/" + path, 0) == 0)
    #expect(fixture.findings() == ["content/\(path):0:0 error unreadable-file"])
  }
}
