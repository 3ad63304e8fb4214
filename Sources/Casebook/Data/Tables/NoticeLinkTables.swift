// The tables that connect notices with tags, and statements with kinds of data.

extension DataTable {
  private static let noticeTagColumns: [TableColumn<NoticePart<Int>>] = [
    TableColumn("notice_id", .text, required: true, references: "notices", "公表文の識別子", "The notice's id") {
      .text($0.id(ofNotice: $1.notice))
    },
    TableColumn("tag_id", .text, required: true, references: "tags", "タグの識別子", "The tag's id") {
      .text($0.archive.tags[$1.part].id)
    },
  ]

  static let noticeTags = DataTable(
    "notice_tags", of: .notice, "公表文とタグ", "公表文とタグの組ひとつにつき1行", "One row for each pair of a notice and a tag",
    key: ["notice_id", "tag_id"], rows: { NoticePart.all($0.archive.notices[$1].tags, of: $1) },
    noticeTagColumns)

  private static let affectedDataColumns: [TableColumn<NoticePart<DataKind>>] = [
    TableColumn("notice_id", .text, required: true, references: "notices", "公表文の識別子", "The notice's id") {
      .text($0.id(ofNotice: $1.notice))
    },
    TableColumn(
      "position", .integer, required: true, "公表文のなかの対象の順番", "The statement's place within the notice"
    ) {
      .integer($1.position)
    },
    TableColumn("data", .text, required: true, "情報の種類", "The kind of data") { .text($1.part.id) },
  ]

  static let affectedData = DataTable(
    "affected_data", of: .notice, "対象と情報の種類", "対象と情報の種類の組ひとつにつき1行",
    "One row for each pair of a statement of what was affected and a kind of data",
    key: ["notice_id", "position", "data"],
    rows: { source, index in
      source.archive.notices[index].notice.affected.enumerated().flatMap { offset, affected in
        affected.data.map { NoticePart(notice: index, position: offset + 1, part: $0) }
      }
    }, affectedDataColumns)
}
