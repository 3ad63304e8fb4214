import Testing

@testable import Mustache

/// What Casebook asks of templates beyond the specification: every name is known before anything is rendered.
struct StrictTests {
  struct Inner: View {
    let name: String
    static let fields = Fields<Inner>("inner", .text("name", "Its name") { $0.name })
  }

  struct Outer: View {
    var title: String? = "題"
    var names: [String] = ["甲", "乙"]
    static let fields = Fields<Outer>(
      "outer",
      .text("title", "The title") { $0.title },
      .html("body", "The text") { _ in Array("<p>".utf8) },
      .flag("new", "True when it is new") { _ in true },
      .object("owner", Inner.self, "Who has it") { _ in Inner(name: "持ち主") },
      .list("items", Inner.self, "What is in it") { $0.names.map(Inner.init) }
    )
  }

  private func errors(_ template: String, partials: [String: String] = [:]) -> [TemplateError] {
    compile(template, partials: partials).errors
  }

  private func compile(
    _ template: String, partials: [String: String] = [:]
  ) -> (template: CompiledTemplate?, errors: [TemplateError]) {
    var errors: [TemplateError] = []
    let sources = partials.merging(["page": template]) { $1 }.mapValues { Array($0.utf8) }
    let library = TemplateLibrary(sources, errors: &errors)
    guard errors.isEmpty else { return (nil, errors) }
    var fragments = FragmentNumbers()
    let compiled = library.compile(
      "page", for: Outer.fields.schema, fragments: &fragments, errors: &errors)
    return (compiled, errors)
  }

  private func render(_ template: String, partials: [String: String] = [:], _ view: Outer = Outer()) throws
    -> String
  {
    let (compiled, errors) = compile(template, partials: partials)
    try #require(errors == [])
    var html: [UInt8] = []
    try #require(compiled).render(view, into: &html)
    return String(decoding: html, as: UTF8.self)
  }

  @Test(
    "a name that is not there is an error where it stands, with the one that is meant",
    arguments: [
      ("{{titel}}", 1, 1, "did you mean 'title'?"),
      ("題\n日本{{#itms}}{{/itms}}", 2, 3, "did you mean 'items'?"),
      ("{{#items}}{{nam}}{{/items}}", 1, 11, "did you mean 'name'?"),
      ("{{^nwe}}{{/nwe}}", 1, 1, "did you mean 'new'?"),
      ("{{owner.nam}}", 1, 1, "did you mean 'name'?"),
      ("{{#has_item}}{{/has_item}}", 1, 1, "did you mean 'has_items'?"),
    ])
  func unknownName(_ template: String, _ line: Int, _ column: Int, _ hint: String) {
    let errors = errors(template)
    #expect(errors.map(\.code) == [.unknownName])
    #expect(errors.first?.position.line == line && errors.first?.position.column == column)
    #expect(errors.first?.hint == hint)
  }

  @Test(
    "a name that is used as what it is not is an error that says what to write",
    arguments: [
      ("{{body}}", "write {{{body}}}"), ("{{{title}}}", "write {{title}}"), ("{{&title}}", "write {{title}}"),
      ("{{items}}", "write {{#items}}…{{/items}}"), ("{{new}}", "write {{#new}}…{{/new}}"),
      ("{{owner}}", "write {{#owner}}…{{/owner}}"),
      ("{{#body}}{{.}}{{/body}}", "write {{{.}}}"), ("{{#title}}{{{.}}}{{/title}}", "write {{.}}"),
    ])
  func wrongKind(_ template: String, _ hint: String) {
    let errors = errors(template)
    #expect(errors.map(\.code) == [.wrongKind])
    #expect(errors.first?.hint == hint)
  }

  @Test(
    "what is not Mustache is an error where it starts",
    arguments: [
      ("a\n{{#items}}", 2, 1), ("{{/items}}", 1, 1), ("{{#items}}\n{{/owner}}", 2, 1), ("{{title", 1, 1),
      ("{{{title}}", 1, 1), ("{{#}}{{/}}", 1, 1),
      ("{{=<% %>=}}<%#items%>", 1, 12), ("{{<base}}", 1, 1), ("{{$block}}", 1, 1), ("{{!", 1, 1),
    ])
  func syntax(_ template: String, _ line: Int, _ column: Int) {
    let errors = errors(template)
    #expect(errors.map(\.code) == [.syntax])
    #expect(errors.first?.position.line == line && errors.first?.position.column == column)
  }

  @Test("every wrong name of a template is reported at once, also inside unknown sections and partials")
  func all() {
    let errors = errors("{{a1}}{{#b1}}{{c1}}{{/b1}}{{>part}}", partials: ["part": "{{d1}}"])
    #expect(
      errors.map { "\($0.template):\($0.position.column)" } == ["page:1", "page:7", "page:14", "part:1"])
  }

  @Test("a partial is checked in each scope in which it is included")
  func scopes() {
    #expect(errors("{{#items}}{{>part}}{{/items}}", partials: ["part": "{{name}}"]) == [])
    #expect(errors("{{>part}}", partials: ["part": "{{name}}"]).map(\.code) == [.unknownName])
  }

  @Test("an unknown partial and an unknown block are errors with the name that is meant")
  func inclusions() {
    #expect(errors("{{>pat}}", partials: ["part": ""]).map(\.hint) == ["did you mean 'part'?"])
    let errors = errors(
      "{{<base}}{{$contents}}x{{/contents}}{{/base}}", partials: ["base": "{{$content}}{{/content}}"])
    #expect(errors.map(\.code) == [.unknownBlock] && errors.first?.hint == "did you mean 'content'?")
  }

  @Test("text beside the blocks of a parent, which would show nowhere, is an error")
  func lostText() {
    let base = ["base": "{{$content}}{{/content}}"]
    #expect(
      errors("{{<base}}lost{{$content}}x{{/content}}{{/base}}", partials: base).map(\.code) == [.syntax])
    #expect(errors("{{<base}}\n{{! a remark }}\n{{$content}}x{{/content}}\n{{/base}}", partials: base) == [])
  }

  @Test("a partial that includes itself with data that end is rendered; one that never ends is an error")
  func recursion() throws {
    #expect(try render("{{#items}}{{>part}}{{/items}}", partials: ["part": "[{{name}}]"]) == "[甲][乙]")
    let (compiled, errors) = compile("{{>part}}", partials: ["part": "{{title}}{{>part}}"])
    #expect(errors == [])
    #expect(throws: RenderFailure.self) {
      var html: [UInt8] = []
      try compiled?.render(Outer(), into: &html)
    }
    let growing = self.errors("{{>part}}", partials: ["part": "x\n  {{>part}}\n"])
    #expect(growing.map(\.code) == [.syntax])
  }

  @Test("sections nest to a depth, and no deeper")
  func depth() {
    func nest(_ count: Int) -> String {
      String(repeating: "{{#new}}\n", count: count) + String(repeating: "{{/new}}", count: count)
    }
    #expect(errors(nest(99)) == [])
    #expect(errors(nest(500)).map(\.code) == [.syntax])
  }

  @Test("text is escaped wherever it stands, HTML never, and braces in data are text")
  func escaping() throws {
    let view = Outer(title: "<a href=\"x\">'&{{title}}")
    #expect(try render("{{title}}{{{body}}}", view) == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;{{title}}<p>")
    #expect(
      try render("{{#title}}{{.}}{{/title}}", view) == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;{{title}}")
  }

  @Test("absent and empty are the same to sections, and a list says by a flag that it has something")
  func absent() throws {
    let template =
      "{{#title}}有{{/title}}{{^title}}無{{/title}}{{#has_items}}<{{#items}}{{name}}{{/items}}>{{/has_items}}"
    #expect(try render(template) == "有<甲乙>")
    for title in [nil, ""] { #expect(try render(template, Outer(title: title, names: [])) == "無") }
  }

  @Test("a name is looked up inside first, then further out; a dotted one goes into objects")
  func scope() throws {
    #expect(try render("{{#items}}{{name}}{{title}} {{/items}}{{owner.name}}") == "甲題 乙題 持ち主")
  }
}
