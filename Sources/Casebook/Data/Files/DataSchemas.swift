/// JSON Schema (2020-12) of the JSON files, made from the tables' declarations.
struct DataSchemas {
  let source: DataSource

  /// The schema of a table's JSON: an array of rows.
  func table(_ table: DataTable) -> JSONObject {
    let columns = table.columns.filter { !$0.type.isLong }
    return head("\(table.name).json", table.english, PlannedData.tableSchema(table.name), about: table.title)
      .adding(["type": "array", "items": .object(row(columns))])
  }

  /// The schema of one record of a subject: a line of its `.ndjson`, or the `index.json` beside its page.
  func record(_ subject: DataTable.Subject) -> JSONObject {
    let table = DataTable.main(of: subject)
    return head(
      "\(subject.singular)", "All that the archive knows of one \(subject.singular)",
      PlannedData.recordSchema(subject), about: table.title
    ).adding(record(subject, hasTexts: subject != .incident))
  }

  /// The schema of `archive.json`.
  var archive: JSONObject {
    var properties: JSONObject = [
      "$schema": ["type": "string", "format": "uri"],
      "title": ["type": "string"], "description": ["type": "string"],
      "url": ["type": "string", "format": "uri"], "language": ["type": "string"],
      "publisher": [
        "type": "object", "properties": ["name": ["type": "string"], "url": ["type": "string"]],
        "required": ["name"], "additionalProperties": false,
      ],
      "license": [
        "description": "The terms of use; null where none are stated.", "type": ["object", "null"],
        "properties": ["name": ["type": "string"], "url": ["type": "string", "format": "uri"]],
        "required": ["name", "url"], "additionalProperties": false,
      ],
      "citation": ["type": "string"],
      "last_change": [
        "description": "The last day on which something was published or corrected.",
        "type": ["string", "null"], "format": "date",
      ],
      "counts": ["type": "object", "additionalProperties": ["type": "integer", "minimum": .integer(0)]],
    ]
    for subject in ArchiveDocument.subjects {
      properties[subject.plural] = [
        "type": "array", "items": .object(record(subject, hasTexts: true)),
      ]
    }
    return head("archive.json", "The whole archive", .archiveSchema, about: source.archive.site.title)
      .adding(Self.object(properties))
  }

  private func head(_ title: String, _ description: String, _ file: PlannedData, about: String) -> JSONObject
  {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": .string(source.absolute(file.url)),
      "title": .string("\(title): \(about)"),
      "description": .string(description + "."),
    ]
  }

  /// - Parameter hasTexts: whether an incident's notices have their texts.
  private func record(_ subject: DataTable.Subject, hasTexts: Bool) -> JSONObject {
    let main = DataTable.main(of: subject)
    var properties = members(main.columns.filter { hasTexts || subject == .incident || !$0.type.isLong })
    for table in DataTable.nested(in: subject) {
      let columns = table.columns.filter { !subject.inherited.contains($0.name) }
      properties[table.nested ?? ""] = [
        "description": .string(table.english + "."), "type": "array", "items": .object(row(columns)),
      ]
    }
    if subject == .incident {
      properties["notice_ids"] = [
        "description": "The ids of all notices that are about the case.", "type": "array",
        "items": ["type": "string"],
      ]
      properties["notices"] = [
        "description": "The notices that stand under the case: each stands in one record only.",
        "type": "array", "items": .object(record(.notice, hasTexts: hasTexts)),
      ]
    }
    return Self.object(properties)
  }

  private func row(_ columns: [Column]) -> JSONObject { Self.object(members(columns)) }

  private func members(_ columns: [Column]) -> JSONObject {
    var properties = JSONObject()
    for column in columns { properties[column.name] = .object(column.schema) }
    return properties
  }

  /// An object that has exactly these members.
  private static func object(_ properties: JSONObject) -> JSONObject {
    [
      "type": "object", "properties": .object(properties),
      "required": .strings(properties.members.map(\.name)), "additionalProperties": false,
    ]
  }
}

extension Column {
  fileprivate var schema: JSONObject {
    let title: JSONObject = ["title": .string(japanese), "description": .string(english + ".")]
    return title.adding(type.schema(isRequired))
  }
}

extension ColumnType {
  fileprivate func schema(_ isRequired: Bool) -> JSONObject {
    switch self {
    case .text: Self.type("string", isRequired)
    case .markdown: Self.type("string", isRequired).adding(["contentMediaType": "text/markdown"])
    case .url: Self.type("string", isRequired).adding(["format": "uri"])
    case .date: Self.type("string", isRequired).adding(["format": "date"])
    case .integer: Self.type("integer", isRequired)
    case .boolean: Self.type("boolean", isRequired)
    case .term(_, let words):
      Self.type("string", isRequired).adding([
        "enum": .array(words.map(JSONValue.string) + (isRequired ? [] : [.null]))
      ])
    case .list: ["type": "array", "items": ["type": "string"]]
    }
  }

  private static func type(_ name: String, _ isRequired: Bool) -> JSONObject {
    ["type": isRequired ? .string(name) : [.string(name), "null"]]
  }
}

extension JSONObject {
  /// The object with the members of another behind its own.
  func adding(_ other: JSONObject) -> JSONObject {
    var result = self
    for member in other.members { result[member.name] = member.value }
    return result
  }
}
