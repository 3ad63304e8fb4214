import Mustache

extension PlannedData {
  /// Appends the file.
  ///
  /// - Parameter drain: takes the rows of a long one.
  /// - Throws: when SQLite cannot write the database.
  func append(to bytes: inout [UInt8], _ source: DataSource, _ drain: Drain) throws(SQLiteFailure) {
    switch self {
    case .csv(let name): Self.table(name) { CSVTable(table: $0, source: source).append(to: &bytes, drain) }
    case .json(let name): Self.table(name) { JSONTable(table: $0, source: source).append(to: &bytes, drain) }
    case .tableSchema(let name):
      Self.table(name) { Self.append(DataSchemas(source: source).table($0), to: &bytes) }
    case .records(let subject):
      Records.of(subject, Self.contents(of: subject)).appendLines(in: source, to: &bytes, drain)
    case .recordSchema(let subject): Self.append(DataSchemas(source: source).record(subject), to: &bytes)
    case .archive: ArchiveDocument(source: source).append(to: &bytes, drain)
    case .archiveSchema: Self.append(DataSchemas(source: source).archive, to: &bytes)
    case .dataPackage: Self.append(DataPackage(source: source).document, to: &bytes)
    case .database: try ArchiveDatabase(source).append(to: &bytes, drain)
    case .datasette: Self.append(DatasetteMetadata(source: source).document, to: &bytes)
    case .veris(let index, _): Self.append(VERISMapping(source, incident: index).record, to: &bytes)
    case .incident(let index, _): Self.append(index, of: .incident, source, to: &bytes)
    case .notice(let index, _): Self.append(index, of: .notice, source, to: &bytes)
    }
  }

  private static func table(_ name: String, _ use: (DataTable) -> Void) {
    DataTable.all.first { $0.name == name }.map(use)
  }

  /// An incident's notices have records with their texts beside their own pages.
  private static func contents(of subject: DataTable.Subject) -> Records.Contents {
    subject == .incident ? .withoutTexts : .whole
  }

  private static func append(
    _ index: Int, of subject: DataTable.Subject, _ source: DataSource, to bytes: inout [UInt8]
  ) {
    var record = ByteBuffer()
    Records.of(subject, contents(of: subject)).append(index, in: source, to: &record)
    record.append(0x0A)
    record.move(into: &bytes)
  }

  private static func append(_ document: JSONObject, to bytes: inout [UInt8]) {
    JSONValue.object(document).append(to: &bytes)
    bytes.append(0x0A)
  }
}

extension DataTable.Subject {
  /// The subjects of which there is a file of records.
  static let withRecords: [DataTable.Subject] = [.incident, .notice, .organization, .tag, .article]
}
