@testable import Casebook

/// One value of front matter, read as the strict reader reads it.
struct ReadValue<Value: Sendable> {
  let value: Value?
  let findings: [Diagnostic]

  /// - Parameter yaml: what stands behind `key:`.
  init(_ type: ValueType<Value>, _ yaml: String, dataKinds: [DataKind] = DataKind.builtIn) {
    let source = SourceText(path: "content/a.md", bytes: Array("key: \(yaml)\n".utf8))
    var failures: [Diagnostic] = []
    var yaml = YAMLTree()
    _ = FrontMatter.parse(source.bytes[...], of: source, firstLine: 1, into: &yaml, &failures)
    var context = ReadingContext(source: source, yaml: yaml, dataKinds: KnownDataKinds(dataKinds))
    guard failures.isEmpty, let entry = yaml.entry(KeyName("key"), in: yaml.root) else {
      value = nil
      findings = failures
      return
    }
    value = type.read(entry.value, &context)
    findings = context.diagnostics
  }

  /// The codes of what was found, each with the place where it stands: `invalid-date 1:6`.
  var codes: [String] {
    findings.map { "\($0.code.rawValue) \($0.place?.line ?? 0):\($0.place?.column ?? 0)" }
  }

  var hint: String? { findings.first?.hint }
}
