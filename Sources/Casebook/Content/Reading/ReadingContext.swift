/// What the reading of one file knows, and what it finds.
struct ReadingContext {
  let source: SourceText
  /// The values of the front matter.
  let yaml: YAMLTree
  let dataKinds: KnownDataKinds
  /// What the thread has read last; nil where texts are not to be shared.
  private let texts: RecentTexts?
  private(set) var diagnostics: [Diagnostic] = []
  /// A hostile file has a finding in every word; more than this are not worth reading, nor quick to place.
  private static let maximumFindings = 100

  init(source: SourceText, yaml: YAMLTree, dataKinds: KnownDataKinds, texts: RecentTexts? = nil) {
    self.texts = texts
    self.source = source
    self.yaml = yaml
    self.dataKinds = dataKinds
  }

  /// A scalar's text.
  func text(of node: YAMLNode) -> String {
    guard let texts else { return yaml.text(of: node) }
    return yaml.withText(of: node) { texts.text($0) }
  }

  /// The kind of data that a scalar names.
  func dataKind(of node: YAMLNode) -> DataKind? { yaml.value(of: node) { dataKinds.kind($0) } }

  mutating func error(_ code: DiagnosticCode, _ message: String, at mark: Mark, hint: String? = nil) {
    guard diagnostics.count <= Self.maximumFindings else { return }
    guard diagnostics.count < Self.maximumFindings else {
      return diagnostics.append(
        Diagnostic(
          .error, code,
          "there are more than \(Self.maximumFindings) findings in this front matter; the rest is not listed",
          at: source.place(mark), hint: "mend the ones that are listed first"))
    }
    diagnostics.append(Diagnostic(.error, code, message, at: source.place(mark), hint: hint))
  }

  /// A finding about the file as a whole.
  mutating func errorAboutFile(_ code: DiagnosticCode, _ message: String, hint: String? = nil) {
    diagnostics.append(Diagnostic(.error, code, message, at: SourcePlace(path: source.path), hint: hint))
  }
}
