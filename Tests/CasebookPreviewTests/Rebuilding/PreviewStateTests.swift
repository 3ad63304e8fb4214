import Casebook
import TestSupport
import Testing

@testable import CasebookPreview

@Suite("What a check of all pages found")
struct PreviewStateTests {
  @Test("findings of an earlier site are not taken, and those of now tell whether they are others")
  func numbers() throws {
    let site = try ArchiveFixture(["incidents/2024-001/a.md": Sample.notice()]).site()
    let finding = Diagnostic(.error, .missingLinkTarget, "the link leads nowhere", at: nil, hint: nil)
    var state = PreviewState()
    #expect(state.take(pageErrors: [finding], ofSite: 1) == nil)
    state.site = PreviewedSite(site, number: 2)
    #expect(state.take(pageErrors: [finding], ofSite: 1) == nil)
    #expect(state.pageErrors == [])
    #expect(state.take(pageErrors: [finding], ofSite: 2) == true)
    #expect(state.take(pageErrors: [finding], ofSite: 2) == false)
    #expect(state.pageErrors == [finding])
  }
}
