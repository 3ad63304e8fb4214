import TestSupport
import Testing

@testable import Casebook

/// What browsers read to search the archive.
struct OpenSearchTests {
  private func description(title: String = "試験アーカイブ") throws -> String {
    let site = Sample.site(base: "https://example.jp/sub/").replacing("試験アーカイブ", with: title)
    let fixture = try ArchiveFixture(site: site, ["static/icon-192.png": "png"])
    return try #require(try fixture.page("/opensearch.xml"))
  }

  @Test("it leads to the search page with what is searched for, and names itself and the icon")
  func addresses() throws {
    let text = try description()
    #expect(
      text.contains(#"<Url type="text/html" template="https://example.jp/sub/search/?q={searchTerms}"/>"#))
    #expect(text.contains(#"rel="self" template="https://example.jp/sub/opensearch.xml"/>"#))
    #expect(text.contains(">https://example.jp/sub/icon-192.png</Image>"))
    #expect(text.contains("<Language>ja</Language>\n<InputEncoding>UTF-8</InputEncoding>"))
  }

  @Test("a title that is too long for a short name is cut")
  func names() throws {
    let text = try description(title: "一二三四五六七八九十一二三四五六七八")
    #expect(text.contains("<ShortName>一二三四五六七八九十一二三四五六</ShortName>"))
    #expect(text.contains("<LongName>一二三四五六七八九十一二三四五六七八</LongName>"))
  }
}
