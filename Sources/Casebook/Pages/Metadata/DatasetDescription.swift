/// The archive's data as schema.org's `Dataset`, for search engines of data.
struct DatasetDescription {
  let context: PageContext
  let lastChange: CivilDate?

  private var archive: Archive { context.archive }

  /// The files that hold the whole archive or a table of it, with their media types.
  private var files: [(file: PlannedData, mediaType: String)] {
    let tables = DataTable.all.map { (PlannedData.csv($0.name), "text/csv") }
    let database = archive.site.outputs.sqlite ? [(PlannedData.database, "application/vnd.sqlite3")] : []
    return [(.archive, "application/json")] + database + tables
  }

  /// Appends the members that only a dataset has.
  func append(to json: inout JSONWriter) {
    json.member("name", archive.site.title)
    json.member("description", archive.site.description)
    json.member("dateModified", lastChange?.description)
    json.member("license", archive.site.license?.url)
    json.member("isAccessibleForFree", true)
    json.array("distribution") { json in
      for (file, mediaType) in files {
        json.object { json in
          json.member("@type", "DataDownload")
          json.member("encodingFormat", mediaType)
          json.member("contentUrl", context.absolute(file.url))
        }
      }
    }
  }
}
