import Foundation

@testable import Mustache

/// JSON data as a view, with a schema made from the data itself: how the official tests give theirs.
struct JSONView: View {
  static let fields = Fields<JSONView>("JSON")

  let schema: Schema
  private let values: [FieldValue]

  /// A value that is no object has one field, `.`.
  init(_ json: Any) {
    let members = json as? [String: Any] ?? [".": json]
    let fields = members.sorted { $0.key < $1.key }.map { ($0.key, Self.value($0.value)) }
    schema = Schema("JSON", fields.map { SchemaField($0.0, Self.kind($0.1), "") })
    values = fields.map(\.1)
  }

  /// The same data seen through a schema that has more names.
  private init(_ view: JSONView, as schema: Schema) {
    self.schema = schema
    values = schema.fields.map { field in
      view.schema.slot(of: field.name).map { view.values[$0] } ?? .text(nil)
    }
  }

  func value(at slot: Int) -> FieldValue { values[slot] }

  private static func value(_ json: Any) -> FieldValue {
    switch json {
    case is NSNull: .text(nil)
    case let flag as Bool where json is Bool && CFBoolean.isBoolean(json): .flag(flag)
    case let number as NSNumber: .text(number.description)
    case let text as String: .text(text)
    case let items as [Any]: .list(unified(items.map(JSONView.init)))
    default: .object(JSONView(json))
    }
  }

  /// The items of a list have one schema.
  private static func unified(_ items: [JSONView]) -> [JSONView] {
    var fields: [SchemaField] = []
    for field in items.flatMap(\.schema.fields) where !fields.contains(where: { $0.name == field.name }) {
      fields.append(field)
    }
    let schema = Schema("item", fields)
    return items.map { JSONView($0, as: schema) }
  }

  private static func kind(_ value: FieldValue) -> FieldKind {
    switch value {
    case .text: .text
    case .html: .html
    case .flag: .flag
    case .object(let view):
      .object { (view as? JSONView)?.schema ?? Schema("nothing", []) }
    case .list(let items):
      if let schema = (items.first as? JSONView)?.schema { .list { schema } } else { .list { empty } }
    }
  }

  private static let empty = Schema("nothing", [])
}

/// Tells JSON's booleans from its numbers, which Foundation both gives as `NSNumber`.
enum CFBoolean {
  static func isBoolean(_ json: Any) -> Bool {
    guard let number = json as? NSNumber else { return false }
    return String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }
}
