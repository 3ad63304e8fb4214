/// `datapackage.json`: the CSV tables as a Data Package (Frictionless Data, Tabular Data Package 1.0).
struct DataPackage {
  let source: DataSource

  var document: JSONObject {
    let site = source.archive.site
    var package: JSONObject = [
      "profile": "tabular-data-package",
      "name": "casebook-archive",
      "id": .string(source.absolute(PlannedData.dataPackage.url)),
      "title": .string(site.title),
      "description": .string("\(site.description)\n\n\(source.citation)"),
      "homepage": .string(source.absolute(.home)),
    ]
    var publisher: JSONObject = ["title": .string(site.publisher.name), "role": "publisher"]
    if let url = site.publisher.url { publisher["path"] = .string(url) }
    package["contributors"] = [.object(publisher)]
    if let license = site.license {
      package["licenses"] = [["title": .string(license.name), "path": .string(license.url)]]
    }
    package["resources"] = .array(DataTable.all.map { .object(resource($0)) })
    return package
  }

  private func resource(_ table: DataTable) -> JSONObject {
    [
      "profile": "tabular-data-resource",
      "name": .string(table.name.split(separator: "_").joined(separator: "-")),
      "path": .string("\(table.name).csv"),
      "title": .string(table.title),
      "description": .string("\(table.english)."),
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8-sig",
      "dialect": [
        "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true,
      ],
      "schema": .object(schema(table)),
    ]
  }

  private func schema(_ table: DataTable) -> JSONObject {
    let columns = table.columns.filter { !$0.type.isLong }
    var schema: JSONObject = [
      "fields": .array(columns.map { .object($0.field) }), "missingValues": [""],
      "primaryKey": .strings(table.key),
    ]
    let keys = columns.compactMap { column in column.reference.map { (column.name, $0) } }
    if !keys.isEmpty {
      schema["foreignKeys"] = .array(
        keys.map { name, reference in
          let target = DataTable.all.first { $0.name == reference }
          // A table that refers to itself is named by the empty string.
          let resource = reference == table.name ? "" : reference
          return [
            "fields": .string(name),
            "reference": ["resource": .string(resource), "fields": .string(target?.key.first ?? "")],
          ]
        })
    }
    return schema
  }
}

extension Column {
  fileprivate var field: JSONObject {
    var constraints: JSONObject = isRequired && !type.isList ? ["required": true] : [:]
    var field: JSONObject = [
      "name": .string(name), "title": .string(japanese), "description": .string(english + "."),
    ]
    switch type {
    case .text, .markdown: field["type"] = "string"
    case .url:
      field["type"] = "string"
      field["format"] = "uri"
    case .date:
      field["type"] = "date"
      field["format"] = "%Y-%m-%d"
    case .integer: field["type"] = "integer"
    case .boolean: field["type"] = "boolean"
    case .term(_, let words):
      field["type"] = "string"
      constraints["enum"] = .strings(words)
    case .list:
      field["type"] = "string"
      field["description"] = .string("\(english); several are separated by ';'.")
    }
    if !constraints.members.isEmpty { field["constraints"] = .object(constraints) }
    return field
  }
}

extension ColumnType {
  /// An empty list is an empty field, which a data package takes for a missing value.
  fileprivate var isList: Bool {
    if case .list = self { true } else { false }
  }
}
