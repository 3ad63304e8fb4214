import Testing

@testable import Mustache

/// A text that a field writes where it is to stand shows as one that a field gives, whatever a template asks.
struct WrittenFieldTests {
  private struct Page: View {
    let name: String?

    static let fields = Fields<Page>(
      "page",
      .text("given", "The name") { $0.name },
      .written("written", "The name") { page, bytes in
        for byte in (page.name ?? "").utf8 { bytes.append(byte) }
      },
      .object("same", Page.self, "The page itself") { $0 }
    )
  }

  private func render(_ template: String, _ page: Page) throws -> String {
    var errors: [TemplateError] = []
    let library = TemplateLibrary(["page": Array(template.utf8)], errors: &errors)
    var fragments = FragmentNumbers()
    let compiled = library.compile(
      "page", for: Page.fields.schema, fragments: &fragments, errors: &errors)
    try #require(errors == [])
    var html: [UInt8] = []
    try #require(compiled).render(page, into: &html)
    return String(decoding: html, as: UTF8.self)
  }

  @Test(
    "it shows as a given one does",
    arguments: [
      "（{{name}}）", "（{{same.name}}）", "（{{#name}}<b>{{.}}</b>{{/name}}）", "（{{^name}}なし{{/name}}）",
      "{{#name}}{{.}}、{{name}}{{/name}}{{^name}}なし{{/name}}{{name}}",
      "{{#same}}{{#name}}{{.}}{{/name}}{{/same}}",
    ], [nil, "", "甲", "<", "A&B \"'<乙>' と、十六バイトより長い名前"])
  func same(_ template: String, _ name: String?) throws {
    let page = Page(name: name)
    let given = try render(template.replacing("name", with: "given"), page)
    #expect(try render(template.replacing("name", with: "written"), page) == given)
  }

  @Test("only what the field wrote is escaped, and nothing stays of what a section asked for")
  func escaped() throws {
    let page = Page(name: "<甲&乙>")
    #expect(try render("<i>{{written}}</i>", page) == "<i>&lt;甲&amp;乙&gt;</i>")
    #expect(try render("<i>{{#written}}<b></b>{{/written}}{{^written}}-{{/written}}", page) == "<i><b></b>")
  }
}
