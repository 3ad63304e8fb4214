/// A file of the archive's data, for programs.
package enum PlannedData: Sendable, Hashable {
  /// A table, by its name.
  case csv(String)
  case json(String)
  case tableSchema(String)
  /// The records of a subject, one a line.
  case records(DataTable.Subject)
  case recordSchema(DataTable.Subject)
  case archive
  case archiveSchema
  case dataPackage
  case database
  /// What Datasette shows beside the database.
  case datasette
  /// The VERIS record of an incident, by its index and its number.
  case veris(Int, CaseNumber)
  /// The record beside the page of an incident or a notice, by its index and the page's address.
  case incident(Int, SiteURL)
  case notice(Int, SiteURL)

  /// Its address.
  package var url: SiteURL {
    switch self {
    case .csv(let table): SiteURL("/data/\(table).csv")
    case .json(let table): SiteURL("/data/\(table).json")
    case .tableSchema(let table): SiteURL("/data/\(table).schema.json")
    case .records(let subject): SiteURL("/data/\(subject.plural).ndjson")
    case .recordSchema(let subject): SiteURL("/data/\(subject.singular).schema.json")
    case .archive: SiteURL("/data/archive.json")
    case .archiveSchema: SiteURL("/data/archive.schema.json")
    case .dataPackage: SiteURL("/data/datapackage.json")
    case .database: SiteURL("/data/archive.sqlite")
    case .datasette: SiteURL("/data/datasette.json")
    case .veris(_, let number): SiteURL("/data/veris/\(number).json")
    case .incident(_, let page), .notice(_, let page): SiteURL("\(page.path)index.json")
    }
  }
}

extension PlannedData {
  /// The files that an archive's site has.
  static func files(of archive: Archive) -> [PlannedData] {
    let outputs = archive.site.outputs
    var files: [PlannedData] = []
    if outputs.data { files += general }
    if outputs.sqlite { files += [.database, .datasette] }
    if outputs.veris {
      files += archive.incidents.enumerated().map { .veris($0.offset, $0.element.number) }
    }
    if outputs.pageJSON {
      files += archive.incidents.indices.map { .incident($0, archive.url(ofIncident: $0)) }
      files += archive.notices.indices.filter { !archive.notices[$0].incidents.isEmpty }
        .map { .notice($0, archive.url(ofNotice: $0)) }
    }
    return files
  }

  /// The files about the archive as a whole.
  private static var general: [PlannedData] {
    let tables = DataTable.all.flatMap { [PlannedData.csv($0.name), .json($0.name), .tableSchema($0.name)] }
    let records = DataTable.Subject.withRecords.flatMap { [PlannedData.records($0), .recordSchema($0)] }
    return tables + records + [.archive, .archiveSchema, .dataPackage]
  }
}
