import TestSupport
import Testing

@testable import Casebook

/// `schemas/` is what editors check the content with.
struct SchemaTests {
  @Test("schemas/ holds the JSON Schema of every kind of document, as the archive's site.yaml extends it")
  func recorded() throws {
    var diagnostics: [Diagnostic] = []
    let loader = ContentLoader(root: Repository.root, parallel: ParallelMap(jobs: 1))
    let dataKinds = loader.dataKinds(&diagnostics)
    #expect(diagnostics.isEmpty)
    for kind in DocumentKind.allCases {
      let text = String(decoding: FrontMatterSchema(kind, dataKinds: dataKinds).text, as: UTF8.self)
      try Recorded.expect(text, in: "schemas/\(kind.rawValue).schema.json")
    }
  }

  @Test("kinds of data of site.yaml are among the words that the schema of a notice allows")
  func dataKinds() {
    let own = DataKind(id: "licence_plate", label: "車両番号", veris: .personal)
    let text = String(
      decoding: FrontMatterSchema(.notice, dataKinds: DataKind.builtIn + [own]).text, as: UTF8.self)
    #expect(text.contains("\"other\", \"licence_plate\"]"))
    #expect(text.contains("\"車両番号\""))
  }
}
