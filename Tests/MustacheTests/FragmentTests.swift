import Synchronization
import Testing

@testable import Mustache

/// What a `FragmentCache` keeps, and what it must not.
struct FragmentTests {
  /// Counts how often getters are asked.
  private final class Asked: Sendable {
    let constants = Atomic<Int>(0)
    let items = Atomic<Int>(0)
  }

  private struct Item: View {
    let number: Int
    let asked: Asked
    static let fields = Fields<Item>(
      "item", number: \.number,
      .text("name", "Its name") { item in
        item.asked.items.add(1, ordering: .relaxed)
        return "<\(item.number)>"
      }
    )
  }

  private struct Page: View {
    let title: String
    let asked: Asked
    var numbers = [1, 2, 2]
    static let fields = Fields<Page>(
      "page",
      .text("title", "Its title") { $0.title },
      Field.text("site", "The site's name") { page in
        page.asked.constants.add(1, ordering: .relaxed)
        return "A&B"
      }.constant,
      Field.list("links", Item.self, "Links of the site") { [Item(number: 9, asked: $0.asked)] }.constant,
      Field.list("items", Item.self, "What it lists") { $0.items }.repeating,
      .list("others", Item.self, "What stands on no other page") { $0.items },
      .object("self", Page.self, "Itself") { $0 }
    )

    private var items: [Item] { numbers.map { Item(number: $0, asked: asked) } }
  }

  /// Renders pages with one cache, each with each template, and again without one.
  private func rendered(
    _ templates: [String], partials: [String: String] = [:], _ pages: [Page], itemCount: Int = 10
  ) throws -> (kept: [String], anew: [String], fragments: FragmentNumbers) {
    var errors: [TemplateError] = []
    var sources = partials
    for (index, template) in templates.enumerated() { sources["template \(index)"] = template }
    let library = TemplateLibrary(sources.mapValues { Array($0.utf8) }, errors: &errors)
    var fragments = FragmentNumbers()
    let compiled = templates.indices.map {
      library.compile("template \($0)", for: Page.fields.schema, fragments: &fragments, errors: &errors)
    }
    try #require(errors == [])
    let cache = FragmentCache(fragments, itemCount: itemCount)
    func render(_ cache: FragmentCache?) throws -> [String] {
      try pages.flatMap { page in
        try compiled.map { template in
          var html: [UInt8] = []
          try #require(template).render(page, into: &html, cache: cache)
          return String(decoding: html, as: UTF8.self)
        }
      }
    }
    return (try render(cache), try render(nil), fragments)
  }

  @Test("what is the same on all pages is asked for once; what is not, on each")
  func constants() throws {
    let asked = Asked()
    let pages = ["x", "y", "z"].map { Page(title: $0, asked: asked) }
    let (kept, _, fragments) = try rendered(["<p>{{site}}</p>{{#links}}{{name}}{{/links}}{{title}}"], pages)
    #expect(kept == ["x", "y", "z"].map { "<p>A&amp;B</p>&lt;9&gt;\($0)" })
    // Once more for each page without a cache.
    #expect(asked.constants.load(ordering: .relaxed) == 1 + 3)
    #expect(fragments.constantCount == 1 && fragments.itemCount == 0)
  }

  @Test(
    "what is constant is found on the way through objects, in flags of lists and beside what is not",
    arguments: [
      ("{{self.site}}", 1), ("{{#self}}{{site}}{{title}}{{site}}{{/self}}", 1),
      ("{{#has_links}}{{site}}{{/has_links}}{{title}}", 1),
      ("{{^has_links}}{{title}}{{/has_links}}{{site}}", 1),
      ("{{site}}{{title}}{{#links}}{{name}}{{/links}}", 2), ("{{#items}}{{site}}{{title}}{{/items}}", 1),
    ])
  func scattered(_ template: String, _ count: Int) throws {
    let pages = ["x", "y"].map { Page(title: $0, asked: Asked()) }
    let (kept, anew, fragments) = try rendered([template], pages)
    #expect(kept == anew && fragments.constantCount == count && fragments.itemCount == 0)
  }

  @Test("an item that is told apart is rendered once, whichever page and template lists it")
  func items() throws {
    let asked = Asked()
    let pages = [Page(title: "x", asked: asked), Page(title: "y", asked: asked, numbers: [2, 3])]
    let templates = [
      "{{#items}}[{{name}}]{{/items}}", "{{>list}}!", "{{title}}{{#items}}({{name}}){{/items}}",
    ]
    let (kept, anew, fragments) = try rendered(
      templates, partials: ["list": "{{#items}}[{{name}}]{{/items}}"], pages)
    #expect(kept == anew)
    #expect(kept[0] == "[&lt;1&gt;][&lt;2&gt;][&lt;2&gt;]" && kept[4] == "[&lt;2&gt;][&lt;3&gt;]!")
    #expect(fragments.itemCount == 2)
    // 1, 2 and 3 in two forms, and all 5 in three templates without a cache.
    #expect(asked.items.load(ordering: .relaxed) == 3 * 2 + 5 * 3)
  }

  @Test(
    "what looks at the page, or at items that are not told apart, is rendered each time",
    arguments: [
      "{{#items}}{{name}}{{title}}{{/items}}", "{{#others}}{{name}}{{/others}}", "{{title}}",
      "{{#items}}{{>part}}{{/items}}", "{{#items}}{{#title}}{{.}}{{/title}}{{/items}}",
      "{{^title}}{{#items}}{{/items}}{{title}}{{/title}}",
    ])
  func dependent(_ template: String) throws {
    let pages = ["x", "y"].map { Page(title: $0, asked: Asked()) }
    let (kept, anew, fragments) = try rendered([template], partials: ["part": "{{name}}{{title}}"], pages)
    #expect(kept == anew)
    #expect(fragments.constantCount == 0)
    #expect(fragments.itemCount == (template.contains("{{/items}}{{title}}") ? 1 : 0))
  }

  @Test(
    "templates that make other things of an item share nothing",
    arguments: [
      ["{{#items}}a{{name}}{{/items}}", "{{#items}}{{name}}a{{/items}}"],
      ["{{#items}}{{site}}{{name}}{{/items}}", "{{#items}}{{name}}{{/items}}"],
      ["{{#items}}{{#name}}{{.}}{{/name}}{{/items}}", "{{#items}}{{^name}}{{/name}}{{/items}}"],
      [
        "{{#items}}{{#links}}{{name}}{{/links}}{{/items}}",
        "{{#items}}{{#links}}{{/links}}{{name}}{{/items}}",
      ],
      [
        "{{<b}}{{$x}}{{#items}}1{{name}}{{/items}}{{/x}}{{/b}}",
        "{{<b}}{{$x}}{{#items}}2{{name}}{{/items}}{{/x}}{{/b}}",
      ],
      ["{{<c}}{{$x}}1{{/x}}{{/c}}", "{{<c}}{{$x}}2{{/x}}{{/c}}"],
    ])
  func different(_ templates: [String]) throws {
    let partials = ["b": "{{$x}}{{/x}}", "c": "{{#items}}{{$x}}{{/x}}{{name}}{{/items}}"]
    let pages = ["x", "y"].map { Page(title: $0, asked: Asked()) }
    let (kept, anew, fragments) = try rendered(templates, partials: partials, pages)
    #expect(kept == anew && fragments.itemCount == 2)
  }

  @Test("an item whose number has no place is rendered each time, and numbers below 0 too")
  func outside() throws {
    let page = Page(title: "x", asked: Asked(), numbers: [-1, 3, 4, 1000])
    let (kept, anew, _) = try rendered(["{{#items}}{{name}}{{/items}}"], [page, page], itemCount: 4)
    #expect(kept == anew)
  }

  @Test("a partial that includes itself is no fragment, whatever it names")
  func recursion() throws {
    let page = Page(title: "x", asked: Asked())
    let partials = ["part": "{{^site}}{{>part}}{{/site}}{{name}}"]
    let (kept, anew, fragments) = try rendered(
      ["{{#items}}{{>part}}{{/items}}"], partials: partials, [page, page])
    #expect(kept == anew && kept[0] == "&lt;1&gt;&lt;2&gt;&lt;2&gt;")
    #expect(fragments.itemCount == 0 && fragments.constantCount == 0)
  }

  @Test("threads that fill one cache read the same")
  func threads() async throws {
    var errors: [TemplateError] = []
    let template = "{{site}}{{#items}}{{name}}{{/items}}{{title}}"
    let library = TemplateLibrary(["page": Array(template.utf8)], errors: &errors)
    var fragments = FragmentNumbers()
    let compiled = try #require(
      library.compile("page", for: Page.fields.schema, fragments: &fragments, errors: &errors))
    let cache = FragmentCache(fragments, itemCount: 1000)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for thread in 0..<4 {
        group.addTask {
          for start in stride(from: 0, to: 900, by: 3) {
            let numbers = Array(start..<start + 40)
            var html: [UInt8] = []
            try compiled.render(
              Page(title: "\(thread)", asked: Asked(), numbers: numbers), into: &html, cache: cache)
            let items = numbers.map { "&lt;\($0)&gt;" }.joined()
            #expect(String(decoding: html, as: UTF8.self) == "A&amp;B\(items)\(thread)")
          }
        }
      }
      try await group.waitForAll()
    }
  }
}
