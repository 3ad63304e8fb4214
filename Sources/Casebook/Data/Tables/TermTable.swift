// The table of the words that other tables use.

extension DataTable {
  struct TermRow: Sendable {
    let vocabulary: String
    let word: String
    let label: String
    let veris: String?

    static func all<Vocabulary: Term>(_: Vocabulary.Type) -> [TermRow] {
      Vocabulary.allCases.map {
        TermRow(vocabulary: Vocabulary.vocabulary, word: $0.rawValue, label: $0.label, veris: nil)
      }
    }
  }

  private static func termRows(_ source: DataSource) -> [TermRow] {
    TermRow.all(IncidentStatus.self) + TermRow.all(ReleaseType.self) + TermRow.all(Disclosure.self)
      + TermRow.all(Cause.self) + TermRow.all(SecondaryDamage.self) + TermRow.all(AffectedUnit.self)
      + TermRow.all(CountQualifier.self) + TermRow.all(EventKind.self) + TermRow.all(Role.self)
      + TermRow.all(OrganizationType.self)
      + source.dataKinds.map {
        TermRow(vocabulary: "data", word: $0.id, label: $0.label, veris: $0.veris.rawValue)
      }
  }

  private static let termColumns: [TableColumn<TermRow>] = [
    TableColumn("vocabulary", .text, required: true, "用語集", "The vocabulary") { .text($1.vocabulary) },
    TableColumn("term", .text, required: true, "用語", "The word, as the tables have it") { .text($1.word) },
    TableColumn("label", .text, required: true, "日本語の表示", "What pages show") { .text($1.label) },
    TableColumn("veris", .text, "VERISの語（情報の種類の場合）", "The VERIS data variety, for kinds of data") {
      .ifStated($1.veris)
    },
  ]

  static let terms = DataTable(
    "terms", of: .vocabulary, "用語", "用語ひとつにつき1行", "One row for each word that the other tables use",
    key: ["vocabulary", "term"], rows: { source, _ in termRows(source) }, termColumns)
}
