import Testing

@testable import Casebook

@Suite("Text without markup")
struct PlainTextTests {
  @Test("a summary is the first paragraph on one line")
  func summary() {
    let body = MarkdownFixture.document("# 題\n\n漢字の\n**「文」**字  と\nword `code` [l](none.md)。\n\n次")
    #expect(body.firstParagraph(maximumLength: 100) == "漢字の「文」字 と word code l。")
    #expect(body.firstParagraph(maximumLength: 5) == "漢字の「…")
    #expect(MarkdownFixture.document("# 題").firstParagraph(maximumLength: 9) == nil)
    #expect(MarkdownFixture.document(" \n").firstParagraph(maximumLength: 9) == nil)
  }

  @Test("all text, for the search")
  func allText() {
    let body = MarkdownFixture.document("# 題\n\n一\n二\n\n- 三\n- 四\n\n```\ncode\n```\n<!-- 私信 -->")
    #expect(body.plainText() == "題 一二 三 四 code")
  }
}
