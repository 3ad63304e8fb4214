import TestSupport
import Testing

@testable import CasebookPreview

@Suite("The last good state of a page")
struct PageMakerTests {
  private static let address = "/incidents/2024-001/2024-06-11-aoba/"

  /// The archive with one notice, as one site of a preview.
  private func site(_ body: String, number: Int) throws -> PreviewedSite {
    let archive = try ArchiveFixture(["incidents/2024-001/a.md": Sample.notice(body: body)])
    return PreviewedSite(try archive.site(), number: number)
  }

  @Test("a page of an earlier site that is made late does not become the last good one")
  func late() throws {
    let maker = PageMaker(isStrict: false)
    func page(of site: PreviewedSite) throws -> PageMaker.Page {
      maker.page(try #require(site.item(at: Self.address)), of: site)
    }
    let newer = try page(of: site("次の本文", number: 2))
    #expect(try page(of: site("初めの本文", number: 1)).errors.isEmpty)
    let broken = try page(of: site("[先](missing.md)", number: 3))
    #expect(!broken.errors.isEmpty)
    #expect(broken.bytes == newer.bytes)
  }
}
