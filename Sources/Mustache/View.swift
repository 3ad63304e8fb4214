// Getters are called some hundred times a page. `@inlinable` lets the target that declares a view compile
// them for its own type; without it each call asks the runtime for the type of the getter first (measured: a
// third of the time of a page). The compiler does that only for what is `public`; Mustache is no product, so nothing
// outside of the package sees it all the same.

/// A value that a template can show: a type declares its fields once, with names, meanings and getters.
///
/// Getters run when a rendering comes to their name, and only then.
public protocol View: Sendable {
  static var fields: Fields<Self> { get }
  /// What a template can name in the object.
  var schema: Schema { get }
}

extension View {
  @inlinable public var schema: Schema { Self.fields.schema }
}

/// The fields of one type, in order. Every list `things` brings a flag `has_things`, which says that it is not
/// empty: without logic, a template could not put a heading over a list only when there is one.
///
/// That `Owner` is a `View` is not asked for here and in `Field`: the runtime looks through all conformances of the program for that,
/// once for each type, before the first page.
public final class Fields<Owner>: Sendable {
  public let schema: Schema

  /// - Parameter number: what tells an object from others of its type. Objects of one number look the same on every page
  ///   that is rendered with one `FragmentCache`.
  @inlinable public init(_ name: String, number: (@Sendable (Owner) -> Int)? = nil, _ fields: [Field<Owner>])
  {
    let declarations = fields.map(\.declaration)
    var numbering: FieldAccess?
    if let number {
      numbering = FieldAccess(number: { number($0.assumingMemoryBound(to: Owner.self).pointee) })
    }
    schema = Schema(
      name, declarations.flatMap { [$0] + ($0.presence.map { [$0] } ?? []) }, numbering: numbering)
  }

  @inlinable public convenience init(
    _ name: String, number: (@Sendable (Owner) -> Int)? = nil, _ fields: Field<Owner>...
  ) {
    self.init(name, number: number, fields)
  }
}

/// One field of a type: its declaration, with how its value is got.
public struct Field<Owner>: Sendable {
  @usableFromInline let declaration: SchemaField

  @inlinable init(_ name: String, _ kind: FieldKind, _ doc: String, _ access: FieldAccess) {
    self.init(SchemaField(name, kind, doc, access))
  }

  @usableFromInline init(_ declaration: SchemaField) {
    self.declaration = declaration
  }

  /// The same field, of which is known that its value is the same on every page that is rendered with one
  /// `FragmentCache`: it is asked for once. Every page has the objects on the way to it; of an object or a list,
  /// all that can be named inside is the same too.
  public var constant: Field { Field(declaration.constant) }

  /// The same list, whose items stand on other pages too: what a template makes of each is kept, where their type numbers
  /// them.
  public var repeating: Field { Field(declaration.repeating) }

  @inlinable @inline(__always) public static func text(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Owner) -> String?
  ) -> Field {
    Field(name, .text, doc, FieldAccess(text: { get($0.assumingMemoryBound(to: Owner.self).pointee) }))
  }

  /// A text that is written where it is to stand, for those that pages are full of: no string is made for it.
  ///
  /// - Parameter write: appends the text, in which nothing has to be escaped yet; nothing where there is none.
  @inlinable @inline(__always) public static func written(
    _ name: String, _ doc: String, _ write: @escaping @Sendable (Owner, inout ByteBuffer) -> Void
  ) -> Field {
    let access = FieldAccess(written: { write($0.assumingMemoryBound(to: Owner.self).pointee, &$1) })
    return Field(name, .text, doc, access)
  }

  /// - Parameter get: gives markup (UTF-8) that is safe to stand on the page.
  @inlinable @inline(__always) public static func html(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Owner) -> [UInt8]?
  ) -> Field {
    Field(name, .html, doc, FieldAccess(html: { get($0.assumingMemoryBound(to: Owner.self).pointee) }))
  }

  @inlinable @inline(__always) public static func flag(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Owner) -> Bool
  ) -> Field {
    Field(name, .flag, doc, FieldAccess(flag: { get($0.assumingMemoryBound(to: Owner.self).pointee) }))
  }

  @inlinable @inline(__always) public static func object<Item: View>(
    _ name: String, _: Item.Type, _ doc: String, _ get: @escaping @Sendable (Owner) -> Item?
  ) -> Field {
    let access = FieldAccess(object: {
      (owner: UnsafeRawPointer, body: FieldAccess.Body) throws(RenderFailure) -> Bool in
      guard let item = get(owner.assumingMemoryBound(to: Owner.self).pointee) else { return false }
      try withUnsafePointer(to: item) { (item) throws(RenderFailure) in try body(UnsafeRawPointer(item)) }
      return true
    })
    return Field(name, .object { Item.fields.schema }, doc, access)
  }

  @inlinable @inline(__always) public static func list<Item: View>(
    _ name: String, _: Item.Type, _ doc: String, _ get: @escaping @Sendable (Owner) -> [Item]
  ) -> Field {
    let access = FieldAccess(list: { ItemList(get($0.assumingMemoryBound(to: Owner.self).pointee)) })
    return Field(name, .list { Item.fields.schema }, doc, access)
  }
}
