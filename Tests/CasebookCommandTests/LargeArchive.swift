import TestSupport

/// An archive that takes the command long enough to be looked at, or ended, meanwhile.
enum LargeArchive {
  static func make(notices: Int) throws -> ArchiveFixture {
    let fixture = try ArchiveFixture(site: site(title: "初"))
    let body = String(repeating: "委託先の**サーバー**が攻撃を受け、#2024-001 と同じく情報が流出した可能性があります。\n\n", count: 20)
    for number in 0..<10 {
      try fixture.write(Sample.named("組織\(number)", reading: "そしき"), "content/organizations/\(number).md")
    }
    for number in 1...notices {
      let serial = String(1000 + number).dropFirst()
      try fixture.write(
        Sample.notice("2024-\(serial)", publisher: "組織\(number % 10)", body: body),
        "content/incidents/\(serial).md")
    }
    return fixture
  }

  /// Every page shows the site's title, so that another title changes every page.
  static func site(title: String) -> String {
    Sample.site.replacing("試験アーカイブ", with: title)
  }
}
