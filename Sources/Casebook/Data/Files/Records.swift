import Mustache

/// All that the archive knows of one subject as one JSON object on one line: the row of its main table, and the rows
/// of the tables that belong to it.
final class Records: Sendable {
  /// One of the tables whose rows a record holds. A class, as all threads hand them on.
  private final class Part: Sendable {
    let row: JSONRow
    /// The name of the member, with a comma before and a colon after it.
    let member: [UInt8]

    init(_ table: DataTable, of subject: DataTable.Subject) {
      row = JSONRow(table, hiding: subject.inherited)
      member = Array(",\"\(table.nested ?? "")\":[".utf8)
    }
  }

  /// What an incident's record has of its notices.
  enum Contents: Sendable {
    /// Everything.
    case whole
    /// Everything but their texts.
    case withoutTexts
  }

  private let subject: DataTable.Subject
  private let contents: Contents
  private let main: JSONRow
  /// The name of the member with the text of the main table, with a comma before and a colon after it; nil where it is left
  /// out, or where there is none.
  private let text: [UInt8]?
  private let parts: [Part]
  /// The records of an incident's notices.
  private let notices: Records?

  /// - Parameter contents: whether documents have their texts; an incident's own introduction is always there.
  private init(of subject: DataTable.Subject, _ contents: Contents = .whole) {
    self.subject = subject
    self.contents = contents
    let table = DataTable.main(of: subject)
    let hasTexts = contents == .whole || subject == .incident
    main = JSONRow(table)
    text = hasTexts ? table.longColumn.map { Array(",\"\($0.name)\":".utf8) } : nil
    parts = DataTable.nested(in: subject).map { Part($0, of: subject) }
    notices = subject == .incident ? Records(of: .notice, contents) : nil
  }

  // Made once: a site has a record beside each notice and incident.
  private static let incidents = Records(of: .incident)
  private static let incidentsWithoutTexts = Records(of: .incident, .withoutTexts)
  private static let notices = Records(of: .notice)
  private static let organizations = Records(of: .organization)
  private static let tags = Records(of: .tag)
  private static let articles = Records(of: .article)
  private static let terms = Records(of: .vocabulary)

  static func of(_ subject: DataTable.Subject, _ contents: Contents) -> Records {
    switch subject {
    case .incident: contents == .whole ? incidents : incidentsWithoutTexts
    case .notice: notices
    case .organization: organizations
    case .tag: tags
    case .article: articles
    case .vocabulary: terms
    }
  }

  /// Appends the record of the subject with an index.
  func append(_ index: Int, in source: DataSource, to bytes: inout ByteBuffer) {
    guard subject == .notice, contents == .whole else { return appendNew(index, in: source, to: &bytes) }
    source.noticeRecords.append(index, to: &bytes) { appendNew(index, in: source, to: &$0) }
  }

  private func appendNew(_ index: Int, in source: DataSource, to bytes: inout ByteBuffer) {
    let rows = source.rows(of: subject).rows(about: index, in: source)
    bytes.append(UInt8(ascii: "{"))
    main.appendMembers(of: index, in: rows, to: &bytes)
    if let text {
      bytes.append(text)
      appendText(about: index, in: source, to: &bytes)
    }
    appendParts(of: index, in: rows, to: &bytes)
    if let notices { appendNotices(of: index, notices, in: source, to: &bytes) }
    bytes.append(UInt8(ascii: "}"))
  }

  private func appendText(about index: Int, in source: DataSource, to bytes: inout ByteBuffer) {
    guard let text = main.table.text(about: index, in: source) else { return bytes.append("null") }
    text.withUnsafeBufferPointer { JSONText.append($0, to: &bytes) }
  }

  private func appendParts(of index: Int, in rows: PackedRows, to bytes: inout ByteBuffer) {
    for part in parts {
      bytes.append(part.member)
      part.row.appendObjects(of: index, in: rows, to: &bytes)
      bytes.append(UInt8(ascii: "]"))
    }
  }

  /// The ids of all notices on the incident, and the records of those whose home it is: each stands once in the archive.
  private func appendNotices(
    of incident: Int, _ records: Records, in source: DataSource, to bytes: inout ByteBuffer
  ) {
    let indexes = source.archive.incidents[incident].notices
    bytes.append(",\"notice_ids\":")
    append(ids: indexes, in: source, to: &bytes)
    bytes.append(",\"notices\":[")
    var isFirst = true
    for index in indexes where source.archive.notices[index].incidents.first == incident {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      records.append(index, in: source, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private func append(ids notices: [Int], in source: DataSource, to bytes: inout ByteBuffer) {
    bytes.append(UInt8(ascii: "["))
    for (position, notice) in notices.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONText.append(source.id(ofNotice: notice), to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Appends all records, one a line.
  func appendLines(in source: DataSource, to bytes: inout [UInt8], _ drain: Drain) {
    var record = ByteBuffer()
    for index in 0..<source.count(of: subject) {
      append(index, in: source, to: &record)
      record.append(0x0A)
      record.move(into: &bytes)
      drain(&bytes)
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
