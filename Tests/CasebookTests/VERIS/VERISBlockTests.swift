import Testing

@testable import Casebook

/// The `veris` block of an incident's own file.
struct VERISBlockTests {
  private func read(_ yaml: String) -> (block: JSONObject?, findings: [String]) {
    let source = SourceText(path: "index.md", bytes: Array(yaml.utf8))
    var diagnostics: [Diagnostic] = []
    var yaml = YAMLTree()
    guard FrontMatter.parse(source.bytes[...], of: source, firstLine: 1, into: &yaml, &diagnostics) else {
      return (nil, diagnostics.map(\.message))
    }
    var context = ReadingContext(source: source, yaml: yaml, dataKinds: KnownDataKinds([]))
    let block = ValueType<JSONObject>.verisBlock.read(yaml.root, &context)
    let findings = context.diagnostics.map { "\($0.place?.line ?? 0): \($0.code.rawValue): \($0.hint ?? "")" }
    return (block, findings)
  }

  @Test("numbers, lists and records become JSON of the schema's types")
  func types() {
    let (block, findings) = read(
      """
      confidence: High
      timeline: {compromise: {unit: Days, value: 1.5}}
      asset: {assets: [{variety: S - Database, amount: 3}]}
      """)
    #expect(findings.isEmpty)
    #expect(
      block == [
        "confidence": "High", "timeline": ["compromise": ["unit": "Days", "value": .number("1.5")]],
        "asset": ["assets": [["variety": "S - Database", "amount": .integer(3)]]],
      ])
  }

  @Test("a key without a value takes a part out of the record")
  func removal() {
    let (block, findings) = read("action: {malware: null, hacking: {variety: [SQLi]}}")
    #expect(findings.isEmpty)
    #expect(block == ["action": ["malware": .null, "hacking": ["variety": ["SQLi"]]]])
  }

  @Test(
    "what VERIS does not have is an error with its line and the nearest word",
    arguments: [
      ("acton: {}", "1: unknown-key: did you mean 'action'?"),
      ("confidence:\n  hgih", "2: unknown-term: did you mean 'High'?"),
      ("confidence: high", "1: unknown-term: write 'High'"),
      ("action: {hacking: {variety: SQLi}}", "1: wrong-type: write [one, two], or a line with '- ' for each"),
      ("action: {hacking: {variety: [SQLi, SQLi]}}", "1: duplicate-value: remove it"),
      ("timeline: {incident: {year: 1949}}", "1: invalid-number: it goes from 1950 to 2050"),
      (
        "victim: {industry: \"10\"}",
        "1: unknown-term: it matches the pattern (00|11|2[1-3]|3[1-3]|4[24589]|5[1-6]|6[1-2]|7[12]|81|92)([0-9]{0,4}|-[0-9]{0,3})"
      ),
      ("summary:", "1: empty-value: VERIS requires it, and has no word for unknown"),
      ("impact: {loss: [{amount: 3}]}", "1: missing-key: VERIS requires it here"),
      ("impact: {overall_amount: many}", "1: wrong-type: write it in digits, without quotes"),
      ("action: {}", "1: wrong-type: write its keys, for example hacking: …"),
    ])
  func refusal(_ yaml: String, _ finding: String) {
    #expect(read(yaml).findings == [finding])
  }
}
