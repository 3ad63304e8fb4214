// The tables about incidents, and those that connect notices with incidents and tags.

extension DataTable {
  /// The incidents' own columns.
  private static let incidentColumns: [TableColumn<Int>] = [
    TableColumn("case_number", .text, required: true, "事件番号", "The case number") {
      .text($0.number(ofIncident: $1))
    },
    TableColumn("url", .url, required: true, "事件のページ", "The incident's page") {
      .text($0.absolute($0.archive.url(ofIncident: $1)))
    },
    TableColumn("title", .text, required: true, "表題", "The title") { .text($0.archive.incidents[$1].title) },
    TableColumn("year", .integer, required: true, "事件番号の年", "The year of the case number") {
      .integer($0.archive.incidents[$1].number.year)
    },
    TableColumn("status", .term(IncidentStatus.self), required: true, "状態", "Where the case stands") {
      .term($0.archive.incidents[$1].status)
    },
    TableColumn(
      "merged_into", .text, references: "incidents", "統合先の事件番号", "The case into which it was merged"
    ) { source, index in .ifStated(source.archive.incidents[index].mergedInto.map(source.number(ofIncident:)))
    },
    TableColumn("withdrawn_on", .date, "取り下げた日", "The day on which it was withdrawn") {
      .ifStated($0.archive.incidents[$1].file?.withdrawn?.date)
    },
    TableColumn("withdrawn_reason", .text, "取り下げた理由", "Why it was withdrawn") {
      .ifStated($0.archive.incidents[$1].file?.withdrawn?.reason)
    },
    TableColumn("first_published", .date, "最初の公表日", "The day of its first notice") { source, index in
      .ifStated(
        source.archive.incidents[index].notices.first.map { source.archive.notices[$0].notice.published })
    },
    TableColumn("last_published", .date, "最後の公表日", "The day of its last notice") { source, index in
      .ifStated(
        source.archive.incidents[index].notices.last.map { source.archive.notices[$0].notice.published })
    },
    TableColumn("notice_count", .integer, required: true, "公表文の数", "The number of its notices") {
      .integer($0.archive.incidents[$1].notices.count)
    },
    TableColumn(
      "tags", .list, required: true, "タグの識別子（公表文のものを含む）", "The ids of its tags and its notices' tags"
    ) {
      $0.tags($0.archive.incidents[$1].tags)
    },
    TableColumn("related", .list, required: true, "関連する事件番号", "Related cases") { source, index in
      .list(source.archive.incidents[index].related.map(source.number(ofIncident:)))
    },
    TableColumn("introduction", .markdown, "編集者による説明", "The editor's introduction") {
      .body($0.archive.incidents[$1].file?.body)
    },
  ]

  static let incidents = DataTable(
    "incidents", of: .incident, "事件", "事件番号ひとつにつき1行", "One row for each case number, in number order",
    key: ["case_number"], rows: { _, index in [index] }, incidentColumns)

  /// A row of a table that has several for an incident.
  struct IncidentPart<Part: Sendable>: Sendable {
    let incident: Int
    /// From 1.
    let position: Int
    let part: Part

    static func all(_ parts: [Part], of incident: Int) -> [IncidentPart] {
      parts.enumerated().map { IncidentPart(incident: incident, position: $0.offset + 1, part: $0.element) }
    }
  }

  private static func caseColumn<Part>() -> TableColumn<IncidentPart<Part>> {
    TableColumn("case_number", .text, required: true, references: "incidents", "事件番号", "The case number") {
      .text($0.number(ofIncident: $1.incident))
    }
  }

  private static let incidentCorrectionColumns: [TableColumn<IncidentPart<Correction>>] = [
    caseColumn(),
    TableColumn("position", .integer, required: true, "訂正の順番", "Its place among the corrections, from 1") {
      .integer($1.position)
    },
    TableColumn("date", .date, required: true, "訂正した日", "The day of the correction") { .date($1.part.date) },
    TableColumn("change", .text, required: true, "訂正の内容", "What was changed") { .text($1.part.change) },
  ]

  static let incidentCorrections = DataTable(
    "incident_corrections", of: .incident, "事件の訂正", "このアーカイブが事件のページに加えた訂正ひとつにつき1行",
    "One row for each correction that the archive made to an incident after publishing it",
    key: ["case_number", "position"], nested: "corrections",
    rows: { IncidentPart.all($0.archive.incidents[$1].file?.corrections ?? [], of: $1) },
    incidentCorrectionColumns)

  private static let noticeIncidentColumns: [TableColumn<IncidentPart<Int>>] = [
    caseColumn(),
    TableColumn(
      "notice_id", .text, required: true, references: "notices", "公表文の識別子", "The notice's id"
    ) { .text($0.id(ofNotice: $1.part)) },
  ]

  static let noticeIncidents = DataTable(
    "notice_incidents", of: .incident, "事件と公表文", "公表文と、それが関係する事件の組ひとつにつき1行",
    "One row for each pair of a notice and a case that it is about",
    key: ["case_number", "notice_id"],
    rows: { IncidentPart.all($0.archive.incidents[$1].notices, of: $1) }, noticeIncidentColumns)

  private static let incidentTagColumns: [TableColumn<IncidentPart<Int>>] = [
    caseColumn(),
    TableColumn("tag_id", .text, required: true, references: "tags", "タグの識別子", "The tag's id") {
      .text($0.archive.tags[$1.part].id)
    },
  ]

  static let incidentTags = DataTable(
    "incident_tags", of: .incident, "事件とタグ", "事件とタグの組ひとつにつき1行", "One row for each pair of a case and a tag",
    key: ["case_number", "tag_id"],
    rows: { IncidentPart.all($0.archive.incidents[$1].tags, of: $1) }, incidentTagColumns)

  private static let incidentRelationColumns: [TableColumn<IncidentPart<Int>>] = [
    caseColumn(),
    TableColumn("related", .text, required: true, references: "incidents", "関連する事件番号", "The related case") {
      .text($0.number(ofIncident: $1.part))
    },
  ]

  static let incidentRelations = DataTable(
    "incident_relations", of: .incident, "関連する事件", "関連する事件の組ひとつにつき、向きごとに1行",
    "One row for each pair of related cases, in both directions", key: ["case_number", "related"],
    rows: { IncidentPart.all($0.archive.incidents[$1].related, of: $1) }, incidentRelationColumns)
}
