import Foundation
import TestSupport
import Testing

@testable import Casebook

/// The declaration of VERIS records against the schema that the VERIS community publishes.
struct VERISSchemaTests {
  /// An object of the official schema.
  private typealias Schema = [String: Any]

  private static func official() throws -> Schema {
    let file = URL(filePath: Repository.path("Tests/Conformance/veris/verisc-merged.json"))
    return try #require(JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? Schema)
  }

  @Test("every key, word and requirement of the official schema is declared, and nothing else")
  func agreement() throws {
    expectRecord(.incident, try Self.official(), "")
  }

  private func expectRecord(_ record: VERISRecord, _ schema: Schema, _ path: String) {
    let properties = schema["properties"] as? [String: Schema] ?? [:]
    #expect(Set(record.keys.map(\.key)) == Set(properties.keys), "\(path)")
    #expect(record.required == Set(schema["required"] as? [String] ?? []), "\(path)")
    #expect(record.isOpen == (schema["additionalProperties"] as? Bool != false), "\(path)")
    for (name, shape) in record.keys { expectShape(shape, properties[name] ?? [:], "\(path).\(name)") }
  }

  private func expectShape(_ shape: VERISShape, _ schema: Schema, _ path: String) {
    let items = schema["items"] as? Schema ?? [:]
    let type: String
    switch shape {
    case .text: type = "string"
    case .integer(let range):
      type = "integer"
      #expect(range?.lowerBound == schema["minimum"] as? Int, "\(path)")
      #expect(range?.upperBound == schema["maximum"] as? Int, "\(path)")
    case .number: type = "number"
    case .flag: type = "boolean"
    case .term(let words):
      type = "string"
      #expect(Set(words) == Set(schema["enum"] as? [String] ?? []), "\(path)")
    case .terms(let words):
      type = "array"
      #expect(Set(words) == Set(items["enum"] as? [String] ?? []), "\(path)")
    case .texts: type = "array"
    case .record(let record):
      type = "object"
      expectRecord(record, schema, path)
    case .records(let record):
      type = "array"
      expectRecord(record, items, path)
    }
    #expect(schema["type"] as? String == type, "\(path)")
    expectUnknown(shape, schema, path)
  }

  /// What stands for "unknown" has to be valid itself.
  private func expectUnknown(_ shape: VERISShape, _ schema: Schema, _ path: String) {
    guard case .text(_, let unknown?) = shape else { return }
    let pattern = (try? Regex(schema["pattern"] as? String ?? "")) ?? Regex(/$^/)
    #expect(unknown.contains(pattern), "\(path)")
  }
}
