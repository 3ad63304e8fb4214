// The table of the notices.

extension DataTable {
  private static let noticesColumns: [TableColumn<Int>] = [
    TableColumn(
      "id", .text, required: true, "公表文の識別子（事件番号/公表文の名前）", "The notice's id: case number and name"
    ) { .text($0.id(ofNotice: $1)) },
    TableColumn(
      "case_number", .text, required: true, references: "incidents", "公表文が置かれている事件の番号",
      "The case under which the notice stands"
    ) { .text($0.number(ofNotice: $1)) },
    TableColumn("case_numbers", .list, required: true, "関係するすべての事件番号", "All cases that it is about") {
      source, index in .list(source.archive.notices[index].incidents.map(source.number(ofIncident:)))
    },
    TableColumn("url", .url, required: true, "公表文のページ", "The notice's page") {
      .text($0.absolute($0.archive.url(ofNotice: $1)))
    },
    TableColumn("title", .text, required: true, "表題", "The title") {
      .text($0.archive.notices[$1].notice.title)
    },
    TableColumn("published", .date, required: true, "公表日", "The day of publication") {
      .date($0.archive.notices[$1].notice.published)
    },
    TableColumn(
      "publisher_id", .text, required: true, references: "organizations", "公表者の識別子", "The publisher's id"
    ) { .text($0.archive.organizations[$0.archive.notices[$1].publisher].id) },
    TableColumn("publisher", .text, required: true, "公表者の名称", "The publisher's name") {
      .text($0.archive.organizations[$0.archive.notices[$1].publisher].name)
    },
    TableColumn(
      "release_sequence", .integer, "公表者の何回目の公表か", "Which of the publisher's releases it is, from 1"
    ) { .ifStated($0.archive.notices[$1].notice.release?.sequence) },
    TableColumn("release_type", .term(ReleaseType.self), "第一報、続報などの別", "What kind of release it is") {
      .ifStated($0.archive.notices[$1].notice.release?.type)
    },
    TableColumn("disclosure", .term(Disclosure.self), "漏えいについての記載", "Whether data got out, as stated") {
      .ifStated($0.archive.notices[$1].notice.disclosure)
    },
    TableColumn("cause", .term(Cause.self), "原因についての記載", "The cause, as stated") {
      .ifStated($0.archive.notices[$1].notice.cause)
    },
    TableColumn(
      "secondary_damage", .term(SecondaryDamage.self), "二次被害についての記載", "Whether misuse is known, as stated"
    ) { .ifStated($0.archive.notices[$1].notice.secondaryDamage) },
    TableColumn("summary", .text, "編集者による要約（書かれている場合）", "The editor's summary, where one was written") {
      .ifStated($0.archive.notices[$1].notice.summary)
    },
    TableColumn("tags", .list, required: true, "タグの識別子", "The ids of its tags") {
      $0.tags($0.archive.notices[$1].tags)
    },
    TableColumn("source_url", .url, "公表元のURL", "The address of the original release") {
      .ifStated($0.archive.notices[$1].notice.source?.url)
    },
    TableColumn("body", .markdown, "本文", "The text") { .body($0.archive.notices[$1].notice.body) },
  ]

  static let notices = DataTable(
    "notices", of: .notice, "公表文", "公表文ひとつにつき1行", "One row for each notice, by day of publication",
    key: ["id"],
    rows: { _, index in [index] },
    noticesColumns)
}
