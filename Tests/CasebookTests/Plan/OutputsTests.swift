import Testing

@testable import Casebook

/// `outputs` in site.yaml says which families of files are planned.
struct OutputsTests {
  private func outputs(_ yaml: String) -> (SiteOutputs?, [String]) {
    let text = "title: 題\ndescription: 説明\nbase_url: https://example.jp/\npublisher: {name: 試験}\n" + yaml
    let source = SourceText(path: "content/site.yaml", bytes: Array(text.utf8))
    var diagnostics: [Diagnostic] = []
    var reader = DocumentReader(KnownDataKinds([]))
    let site = reader.site(in: source, &diagnostics)
    return (site?.outputs, diagnostics.map(\.code.rawValue))
  }

  @Test("without the key everything but gzip is on")
  func defaults() {
    #expect(outputs("").0 == SiteOutputs())
    #expect(
      SiteOutputs()
        == SiteOutputs(
          feeds: true, data: true, sqlite: true, veris: true, pageJSON: true, search: true, hosting: true,
          gzip: false))
  }

  @Test("each family is turned on or off by itself")
  func families() {
    let (outputs, codes) = outputs("outputs: {feeds: false, page_json: false, gzip: true}\n")
    #expect(outputs == SiteOutputs(feeds: false, pageJSON: false, gzip: true))
    #expect(codes == [])
  }

  @Test(
    "a family that there is not, and a value that is not true or false, are errors",
    arguments: [("feed: false", "unknown-key"), ("feeds: no", "wrong-type"), ("data: [csv]", "wrong-type")])
  func strict(_ line: String, _ code: String) {
    #expect(outputs("outputs:\n  \(line)\n").1 == [code])
  }
}
