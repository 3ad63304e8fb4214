// Getters are called some hundred times a page. `@inlinable` lets the target that declares a view compile
// them for its own type; without it each call asks the runtime for the type of the getter first (measured: a
// third of the time of a page). The compiler does that only for what is `public`; Mustache is no product, so nothing
// outside of the package sees it all the same.

/// A value that a template can show: a type declares its fields once, with names, meanings and getters.
///
/// Getters run when a rendering comes to their name, and only then.
public protocol View: Sendable {
  static var fields: Fields<Self> { get }
  /// The value of the field at a place of the schema.
  func value(at slot: Int) -> FieldValue
}

extension View {
  @inlinable public func value(at slot: Int) -> FieldValue { Self.fields.getters[slot](self) }
}

/// The value of one field.
@frozen public enum FieldValue: Sendable {
  case text(String?)
  /// UTF-8.
  case html([UInt8]?)
  case flag(Bool)
  case object((any View)?)
  case list([any View])
}

/// The fields of one type, in order. Every list `things` brings a flag `has_things`, which says that it is not
/// empty: without logic, a template could not put a heading over a list only when there is one.
public final class Fields<Owner: View>: Sendable {
  public let schema: Schema
  @usableFromInline let getters: [@Sendable (Owner) -> FieldValue]

  @inlinable public init(_ name: String, _ fields: [Field<Owner>]) {
    let all = fields.flatMap { [$0] + ($0.presence.map { [$0] } ?? []) }
    schema = Schema(name, all.map(\.declaration))
    getters = all.map(\.get)
  }

  @inlinable public convenience init(_ name: String, _ fields: Field<Owner>...) {
    self.init(name, fields)
  }
}

/// One field of a type: its declaration, and how its value is got.
public struct Field<Owner: View>: Sendable {
  @usableFromInline let declaration: SchemaField
  @usableFromInline let get: @Sendable (Owner) -> FieldValue

  @inlinable public init(_ declaration: SchemaField, get: @escaping @Sendable (Owner) -> FieldValue) {
    self.declaration = declaration
    self.get = get
  }

  /// The flag that comes with a list; nil for every other kind. It has the list itself as its value.
  @usableFromInline var presence: Field? {
    declaration.presence.map { Field($0, get: get) }
  }

  @inlinable public static func text(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Owner) -> String?
  ) -> Field {
    Field(SchemaField(name, .text, doc)) { .text(get($0)) }
  }

  /// - Parameter get: gives markup (UTF-8) that is safe to stand on the page.
  @inlinable public static func html(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Owner) -> [UInt8]?
  ) -> Field {
    Field(SchemaField(name, .html, doc)) { .html(get($0)) }
  }

  @inlinable public static func flag(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Owner) -> Bool
  ) -> Field {
    Field(SchemaField(name, .flag, doc)) { .flag(get($0)) }
  }

  @inlinable public static func object<Item: View>(
    _ name: String, _: Item.Type, _ doc: String, _ get: @escaping @Sendable (Owner) -> Item?
  ) -> Field {
    Field(SchemaField(name, .object { Item.fields.schema }, doc)) { .object(get($0)) }
  }

  @inlinable public static func list<Item: View>(
    _ name: String, _: Item.Type, _ doc: String, _ get: @escaping @Sendable (Owner) -> [Item]
  ) -> Field {
    Field(SchemaField(name, .list { Item.fields.schema }, doc)) { .list(get($0)) }
  }
}
