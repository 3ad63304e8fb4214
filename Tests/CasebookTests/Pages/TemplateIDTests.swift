import Testing

@testable import Casebook

@Suite("Ids that templates write out")
struct TemplateIDTests {
  @Test(
    "ids are those of whole attributes without a tag in them",
    arguments: [
      (#"<main id="main" class="x"><h2 id="経緯">"#, ["main", "経緯"]), ("<p\n\tid=\"a\">", ["a"]),
      (#"<p id="n-{{number}}">"#, []), (#"<p data-id="a" grid="b">"#, []), (#"<p id="">"#, []),
      (#"id="a""#, []), (#"<p id="a"#, []), (#"<p id="#, []), (#"<p id="}" id="b">"#, ["b"]), ("", []),
    ])
  func ids(_ template: String, _ ids: [String]) {
    #expect(SiteTemplates.ids(in: Array(template.utf8)) == ids)
  }
}
