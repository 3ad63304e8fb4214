/// JSON Schema (2020-12) of a kind of document, for editors, made from the keys that the strict reader uses.
///
/// It accepts everything that the reader accepts. What one key alone cannot tell (that a date exists, that an
/// organization is known, that two keys go together) only `casebook check` finds.
package struct FrontMatterSchema: Sendable {
  private let kind: DocumentKind
  private let dataKinds: [DataKind]

  /// - Parameter dataKinds: all that the archive knows, the built-in ones included.
  package init(_ kind: DocumentKind, dataKinds: [DataKind]) {
    self.kind = kind
    self.dataKinds = dataKinds
  }

  /// The schema as JSON text with a line end.
  package var text: [UInt8] {
    var bytes: [UInt8] = []
    JSONValue.object(document).append(to: &bytes)
    bytes.append(0x0A)
    return bytes
  }

  private var document: JSONObject {
    var schema: JSONObject = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$comment": .string("Written by: casebook schema \(kind.rawValue)"),
      "title": .string(
        kind == .site ? "site.yaml of Casebook" : "Front matter of \(kind.phrase) of Casebook"),
      "description": .string(kind.place),
    ]
    for member in record(kind.keys).members { schema[member.name] = member.value }
    return schema
  }

  private func record(_ keys: [KeyShape]) -> JSONObject {
    var properties = JSONObject()
    for key in keys {
      var property: JSONObject = ["description": .string(Self.sentence(key.summary))]
      for member in schema(of: key.shape).members { property[member.name] = member.value }
      properties[key.name] = .object(property)
    }
    let required = keys.filter(\.isRequired).map(\.name)
    var schema: JSONObject = ["type": "object", "properties": .object(properties)]
    if !required.isEmpty { schema["required"] = .strings(required) }
    schema["additionalProperties"] = false
    return schema
  }

  private func schema(of shape: ValueShape) -> JSONObject {
    switch shape {
    case .integer(let range):
      ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
    case .boolean: ["type": "boolean"]
    case .term(_, let terms):
      [
        "type": "string", "enum": .strings(terms.map(\.word)),
        "enumDescriptions": .strings(terms.map(\.label)),
      ]
    case .dataKind:
      [
        "type": "string", "enum": .strings(dataKinds.map(\.id)),
        "enumDescriptions": .strings(dataKinds.map(\.label)),
      ]
    case .list(let item):
      [
        "type": "array", "items": .object(schema(of: item)),
        "maxItems": .integer(ValueShape.maximumListLength),
      ]
    case .listOrSingle(let item):
      [
        "anyOf": [
          .object(schema(of: item)),
          [
            "type": "array", "items": .object(schema(of: item)), "minItems": .integer(1),
            "maxItems": .integer(ValueShape.maximumListLength),
          ],
        ]
      ]
    case .record(let keys): record(keys)
    case .veris: VERISRecord.incident.blockSchema
    default: text(shape)
    }
  }

  private static func sentence(_ summary: String) -> String {
    summary.prefix(1).uppercased() + summary.dropFirst() + "."
  }
}

extension DocumentKind {
  fileprivate var phrase: String { "aeiou".contains(rawValue.prefix(1)) ? "an \(rawValue)" : "a \(rawValue)" }
}

extension VERISRecord {
  /// What a `veris` block may be: any part of a record; null takes a part out.
  fileprivate var blockSchema: JSONObject { schema(isWhole: false) }

  fileprivate func schema(isWhole: Bool) -> JSONObject {
    var properties = JSONObject()
    for (name, shape) in keys {
      let value = JSONValue.object(shape.schema(isWhole: isWhole))
      properties[name] = isWhole ? value : ["anyOf": [value, ["type": "null"]]]
    }
    var schema: JSONObject = ["type": "object", "properties": .object(properties)]
    let needed = keys.filter { isWhole && required.contains($0.key) && $0.value.unknown == nil }.map(\.key)
    if !needed.isEmpty { schema["required"] = .strings(needed) }
    if !isOpen { schema["additionalProperties"] = false }
    return schema
  }
}

extension VERISShape {
  fileprivate func schema(isWhole: Bool) -> JSONObject {
    switch self {
    case .text(let pattern, _): Self.text(pattern)
    case .integer(let range):
      range.map {
        ["type": "integer", "minimum": .integer($0.lowerBound), "maximum": .integer($0.upperBound)]
      } ?? ["type": "integer", "minimum": .integer(0)]
    case .number: ["type": "number"]
    case .flag: ["type": "boolean"]
    case .term(let words): ["type": "string", "enum": .strings(words)]
    case .terms(let words): Self.list(["type": "string", "enum": .strings(words)])
    case .texts(let pattern): Self.list(Self.text(pattern))
    case .record(let record): record.schema(isWhole: isWhole)
    case .records(let record): Self.list(record.schema(isWhole: true))
    }
  }

  private static func text(_ pattern: String?) -> JSONObject {
    guard let pattern else { return ["type": ["string", "number", "boolean"]] }
    return ["type": ["string", "integer"], "pattern": .string("^(\(pattern))$")]
  }

  private static func list(_ item: JSONObject) -> JSONObject {
    ["type": "array", "items": .object(item), "minItems": .integer(1), "uniqueItems": true]
  }
}
