import Mustache
import Testing

@testable import Casebook

/// The reference documentation lists what the declarations say, and nothing else.
struct DocumentationTests {
  @Test("docs/templates.md lists every name that a template can use")
  func templates() throws {
    try Recorded.expect(TemplateReference.text, in: "docs/templates.md")
  }

  @Test("docs/front-matter.md lists every key and every word of the vocabularies")
  func frontMatter() throws {
    try Recorded.expect(FrontMatterReference.text, in: "docs/front-matter.md")
  }

  @Test("docs/data.md lists every table and column of the data")
  func data() throws {
    try Recorded.expect(DataReference.text, in: "docs/data.md")
  }

  @Test("no page kind declares a name twice", arguments: PageKind.allCases)
  func names(_ kind: PageKind) {
    let names = kind.schema.fields.map(\.name)
    #expect(Set(names).count == names.count)
  }
}
