/// All that the archive knows of one subject as one JSON object on one line: the row of its main table, and the rows
/// of the tables that belong to it.
struct Records {
  /// One of the tables whose rows a record holds.
  private struct Part {
    let table: DataTable
    /// The columns that say something beyond which subject it is.
    let columns: [Int]
    /// The name of the member, with a comma before and a colon after it.
    let member: [UInt8]
  }

  let subject: DataTable.Subject
  private let source: DataSource
  private let main: DataTable
  private let columns: [Int]
  private let parts: [Part]
  /// The records of an incident's notices.
  private let notices: Notices?

  /// What an incident's record has of its notices.
  enum Contents {
    /// Everything.
    case whole
    /// Everything but their texts.
    case withoutTexts
  }

  private final class Notices {
    let records: Records
    init(_ records: Records) { self.records = records }
  }

  /// - Parameter contents: whether documents have their texts; an incident's own introduction is always there.
  init(of subject: DataTable.Subject, in source: DataSource, _ contents: Contents = .whole) {
    self.subject = subject
    self.source = source
    let main = DataTable.main(of: subject)
    self.main = main
    let hasTexts = contents == .whole || subject == .incident
    columns = main.columns.indices.filter { hasTexts || !main.columns[$0].type.isLong }
    parts = DataTable.nested(in: subject).map { table in
      Part(
        table: table,
        columns: table.columns.indices.filter { !subject.inherited.contains(table.columns[$0].name) },
        member: Array(",\"\(table.nested ?? "")\":".utf8))
    }
    notices = subject == .incident ? Notices(Records(of: .notice, in: source, contents)) : nil
  }

  /// Appends the record of the subject with an index.
  func append(_ index: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    main.forEachRow(of: index, in: source) { JSONRow.appendMembers($0, of: main, columns, to: &bytes) }
    for part in parts {
      bytes += part.member
      bytes.append(UInt8(ascii: "["))
      var isFirst = true
      part.table.forEachRow(of: index, in: source) { cells in
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        JSONRow.append(cells, of: part.table, part.columns, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    }
    if let notices { appendNotices(of: index, notices.records, to: &bytes) }
    bytes.append(UInt8(ascii: "}"))
  }

  /// The ids of all notices on the incident, and the records of those whose home it is: each stands once in the archive.
  private func appendNotices(of incident: Int, _ records: Records, to bytes: inout [UInt8]) {
    let indexes = source.archive.incidents[incident].notices
    bytes += ",\"notice_ids\":".utf8
    JSONRow.append(indexes.map(source.id(ofNotice:)), to: &bytes)
    bytes += ",\"notices\":[".utf8
    var isFirst = true
    for index in indexes where source.archive.notices[index].incidents.first == incident {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      records.append(index, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Appends all records, one a line.
  func appendLines(to bytes: inout [UInt8]) {
    for index in 0..<source.count(of: subject) {
      append(index, to: &bytes)
      bytes.append(0x0A)
    }
  }
}

extension DataTable.Subject {
  /// The columns by which a table says to which subject a row belongs; within the subject's record they say nothing.
  var inherited: Set<String> {
    switch self {
    case .notice: ["notice_id", "position", "case_number"]
    case .incident: ["case_number", "position"]
    case .organization: ["organization_id"]
    case .tag: ["tag_id"]
    case .article: ["article_id"]
    case .vocabulary: []
    }
  }

  /// The name of its records: of the file with one a line, and of the member of `archive.json`.
  var plural: String { DataTable.main(of: self).name }

  /// The name of one.
  var singular: String {
    switch self {
    case .incident: "incident"
    case .notice: "notice"
    case .organization: "organization"
    case .tag: "tag"
    case .article: "article"
    case .vocabulary: "term"
    }
  }
}
