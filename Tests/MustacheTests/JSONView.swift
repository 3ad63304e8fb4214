import Foundation

@testable import Mustache

/// JSON data as a view, with a schema made from the data itself: how the official tests give theirs.
struct JSONView: View {
  static let fields = Fields<JSONView>("JSON")

  let schema: Schema
  private let values: [Value]

  private enum Value {
    case text(String?)
    case flag(Bool)
    case object(JSONView)
    case list([JSONView])
  }

  /// A value that is no object has one field, `.`.
  init(_ json: Any) {
    let members = json as? [String: Any] ?? [".": json]
    let fields = members.sorted { $0.key < $1.key }.map { ($0.key, Self.value($0.value)) }
    schema = Self.schema("JSON", fields.map { ($0.0, Self.kind($0.1)) })
    values = fields.map(\.1)
  }

  /// The same data seen through a schema that has more names.
  private init(_ view: JSONView, as schema: Schema) {
    self.schema = schema
    values = schema.fields.map { field in
      view.schema.slot(of: field.name).map { view.values[$0] } ?? .text(nil)
    }
  }

  /// Fields whose getters know their places only.
  private static func schema(_ name: String, _ fields: [(name: String, kind: FieldKind)]) -> Schema {
    Schema(
      name, fields.enumerated().map { SchemaField($1.name, $1.kind, "", access(to: $0, as: $1.kind)) })
  }

  private static func access(to slot: Int, as kind: FieldKind) -> FieldAccess {
    @Sendable func value(_ owner: UnsafeRawPointer) -> Value {
      owner.assumingMemoryBound(to: JSONView.self).pointee.values[slot]
    }
    return switch kind {
    case .text, .html:
      FieldAccess(text: { if case .text(let text) = value($0) { text } else { nil } })
    case .flag:
      FieldAccess(flag: { if case .flag(let flag) = value($0) { flag } else { false } })
    case .object:
      FieldAccess(object: { (owner: UnsafeRawPointer, body: FieldAccess.Body) throws(RenderFailure) -> Bool in
        guard case .object(let view) = value(owner) else { return false }
        try withUnsafePointer(to: view) { (view) throws(RenderFailure) in try body(UnsafeRawPointer(view)) }
        return true
      })
    case .list:
      FieldAccess(list: {
        if case .list(let items) = value($0) { ItemList(items) } else { ItemList([JSONView]()) }
      })
    }
  }

  private static func value(_ json: Any) -> Value {
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
    let schema = schema("item", fields.map { ($0.name, $0.kind) })
    return items.map { JSONView($0, as: schema) }
  }

  private static func kind(_ value: Value) -> FieldKind {
    switch value {
    case .text: .text
    case .flag: .flag
    case .object(let view): .object { view.schema }
    case .list(let items):
      if let schema = items.first?.schema { .list { schema } } else { .list { empty } }
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
