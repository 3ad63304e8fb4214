import Foundation
import Testing

@testable import Mustache

/// The official tests of the Mustache specification, all of the modules that Casebook's templates can use.
struct SpecificationTests {
  @Test("every official test passes", arguments: Specification.cases)
  func official(_ test: Specification.Case) throws {
    let json = try JSONSerialization.jsonObject(with: test.data, options: .fragmentsAllowed)
    let view = JSONView(json)
    var errors: [TemplateError] = []
    var sources = test.partials.mapValues { Array($0.utf8) }
    sources["the test"] = Array(test.template.utf8)
    let library = TemplateLibrary(sources, errors: &errors)
    var fragments = FragmentNumbers()
    let template = library.compile(
      "the test", for: view.schema, isLenient: true, fragments: &fragments, errors: &errors)
    #expect(errors == [])
    var html: [UInt8] = []
    try #require(template).render(view, into: &html)
    #expect(String(decoding: html, as: UTF8.self) == test.expected)
  }

  @Test("all modules are there")
  func modules() {
    #expect(Set(Specification.cases.map(\.module)) == Set(Specification.modules))
    #expect(Specification.cases.count >= 150)
  }
}

enum Specification {
  static let modules = [
    "comments", "delimiters", "inheritance", "interpolation", "inverted", "partials", "sections",
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    let module: String
    let name: String
    let data: Data
    let template: String
    let partials: [String: String]
    let expected: String

    var testDescription: String { "\(module): \(name)" }
  }

  /// The files of github.com/mustache/spec as they are, with their licence (MIT).
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Specification")

  static let cases: [Case] = modules.flatMap { module -> [Case] in
    guard let bytes = try? Data(contentsOf: folder.appending(path: module + ".json")),
      let json = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any],
      let tests = json["tests"] as? [[String: Any]]
    else { return [] }
    return tests.compactMap { test in
      guard let name = test["name"] as? String, let template = test["template"] as? String,
        let expected = test["expected"] as? String,
        let data = try? JSONSerialization.data(
          withJSONObject: test["data"] ?? [:], options: .fragmentsAllowed)
      else { return nil }
      return Case(
        module: module, name: name, data: data, template: template,
        partials: test["partials"] as? [String: String] ?? [:], expected: expected)
    }
  }
}
