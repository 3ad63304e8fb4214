// The tables about what a notice says several times of a kind. It is numbered by `position`, from 1, in the order of
// the notice's file.

extension DataTable {
  /// A row of a table that has several for a notice.
  struct NoticePart<Part: Sendable>: Sendable {
    let notice: Int
    /// From 1.
    let position: Int
    let part: Part

    static func all(_ parts: [Part], of notice: Int) -> [NoticePart] {
      parts.enumerated().map { NoticePart(notice: notice, position: $0.offset + 1, part: $0.element) }
    }
  }

  /// The columns that say to which notice a row belongs.
  private static func place<Part>() -> [TableColumn<NoticePart<Part>>] {
    [
      TableColumn("notice_id", .text, required: true, references: "notices", "公表文の識別子", "The notice's id") {
        .text($0.id(ofNotice: $1.notice))
      },
      TableColumn("position", .integer, required: true, "公表文のなかの順番", "Its place within the notice, from 1") {
        .integer($1.position)
      },
      TableColumn(
        "case_number", .text, required: true, references: "incidents", "公表文が置かれている事件の番号",
        "The case under which the notice stands"
      ) { .text($0.number(ofNotice: $1.notice)) },
    ]
  }

  private static let affectedColumns: [TableColumn<NoticePart<(AffectedData, Int)>>] = [
    TableColumn(
      "organization_id", .text, required: true, references: "organizations", "情報の持ち主である組織の識別子",
      "The id of the organization whose data it is"
    ) { .text($0.archive.organizations[$1.part.1].id) },
    TableColumn("organization", .text, required: true, "情報の持ち主である組織の名称", "That organization's name") {
      .text($0.archive.organizations[$1.part.1].name)
    },
    TableColumn("subject", .text, required: true, "対象", "What is affected") { .text($1.part.0.subject) },
    TableColumn("count", .integer, "件数", "The figure that the notice states") {
      .ifStated($1.part.0.count)
    },
    TableColumn("unit", .term(AffectedUnit.self), "件数の単位", "What is counted") { .ifStated($1.part.0.unit) },
    TableColumn(
      "qualifier", .term(CountQualifier.self), "件数の確かさ（件数がある場合）",
      "How exact the count is, where there is one"
    ) { $1.part.0.count == nil ? .null : .text($1.part.0.qualifier.rawValue) },
    TableColumn("data", .list, required: true, "情報の種類", "The kinds of data") {
      .list($1.part.0.data.map(\.id))
    },
    TableColumn("as_of", .date, "件数の基準日", "The day on which the count held") { .ifStated($1.part.0.asOf) },
    TableColumn("superseded", .boolean, required: true, "のちに改められた件数か", "Whether it was revised later") {
      .boolean($1.part.0.isSuperseded)
    },
  ]

  static let affected = DataTable(
    "affected", of: .notice, "対象と件数", "公表文が述べた対象ひとつにつき1行。件数は公表文ごとの記載であり、足し合わせることはできない",
    "One row for each statement of what was affected. A count is what one notice states: counts are not to be added up",
    key: ["notice_id", "position"], nested: "affected",
    rows: { source, index in
      NoticePart.all(
        Array(
          zip(
            source.archive.notices[index].notice.affected, source.archive.notices[index].affectedOrganizations
          )), of: index)
    },
    place() + affectedColumns)

  private static let timelineColumns: [TableColumn<NoticePart<TimelineEvent>>] = [
    TableColumn("date", .date, required: true, "日付（期間の場合は初日）", "The day, or the first day of a span") {
      .date($1.part.date)
    },
    TableColumn("end_date", .date, "期間の末日", "The last day of a span") { .ifStated($1.part.end) },
    TableColumn("event", .term(EventKind.self), required: true, "できごと", "What happened") {
      .term($1.part.event)
    },
    TableColumn("approximate", .boolean, required: true, "おおよその日付か", "Whether the notice says 'about'") {
      .boolean($1.part.isApproximate)
    },
    TableColumn("note", .text, "説明", "What the notice says about it") { .ifStated($1.part.note) },
  ]

  static let timeline = DataTable(
    "timeline", of: .notice, "経過", "公表文が述べたできごとひとつにつき1行", "One row for each event that a notice states",
    key: ["notice_id", "position"], nested: "timeline",
    rows: { NoticePart.all($0.archive.notices[$1].notice.timeline, of: $1) },
    place() + timelineColumns)

  private static let partiesColumns: [TableColumn<NoticePart<ArchivedParty>>] = [
    TableColumn(
      "organization_id", .text, required: true, references: "organizations", "組織の識別子",
      "The organization's id"
    ) { .text($0.archive.organizations[$1.part.organization].id) },
    TableColumn("organization", .text, required: true, "組織の名称", "The organization's name") {
      .text($0.archive.organizations[$1.part.organization].name)
    },
    TableColumn("role", .term(Role.self), required: true, "立場", "What it is within the notice") {
      .term($1.part.role)
    },
    TableColumn("service", .text, "サービスまたは委託業務", "The service or the commissioned work") {
      .ifStated($1.part.service)
    },
  ]

  static let parties = DataTable(
    "parties", of: .notice, "関係者", "公表文が挙げた組織と立場ひとつにつき1行",
    "One row for each organization in a role within a notice",
    key: ["notice_id", "position"], nested: "parties",
    rows: { NoticePart.all($0.archive.notices[$1].parties, of: $1) },
    place() + partiesColumns)

  private static let sourcesColumns: [TableColumn<NoticePart<(String, String)>>] = [
    TableColumn(
      "kind", .term(vocabulary: "source", words: ["original", "mirror"]), required: true, "公表元か写しか",
      "Whether it is the original or an archived copy"
    ) { .text($1.part.0) },
    TableColumn("url", .url, required: true, "URL", "The address") { .text($1.part.1) },
  ]

  static let sources = DataTable(
    "sources", of: .notice, "出典", "公表元と保存された写しのURLひとつにつき1行",
    "One row for each address of the original release or of a copy",
    key: ["notice_id", "position"], nested: "sources",
    rows: { source, index in
      let written = source.archive.notices[index].notice.source
      let addresses =
        (written?.url.map { [("original", $0)] } ?? []) + (written?.mirrors ?? []).map { ("mirror", $0) }
      return NoticePart.all(addresses, of: index)
    },
    place() + sourcesColumns)

  private static let correctionsColumns: [TableColumn<NoticePart<Correction>>] = [
    TableColumn("date", .date, required: true, "訂正した日", "The day of the correction") {
      .date($1.part.date)
    },
    TableColumn("change", .text, required: true, "訂正の内容", "What was changed") { .text($1.part.change) },
  ]

  static let corrections = DataTable(
    "corrections", of: .notice, "公表文の訂正", "このアーカイブが公表文のページに加えた訂正ひとつにつき1行",
    "One row for each correction that the archive made to a notice after publishing it",
    key: ["notice_id", "position"], nested: "corrections",
    rows: { NoticePart.all($0.archive.notices[$1].notice.corrections, of: $1) },
    place() + correctionsColumns)
}
