/// What a template can name in one kind of object: its fields in order, each with its kind and its meaning.
///
/// Schemas are compared by identity. They may be recursive: a field gives its object's schema when asked.
public final class Schema: Sendable {
  /// What the object is, for messages and documentation.
  public let name: String
  public let fields: [SchemaField]
  /// Tells the number of an object; nil where objects are not told apart.
  let numbering: FieldAccess?
  private let slots: [String: Int]

  public init(_ name: String, _ fields: [SchemaField], numbering: FieldAccess? = nil) {
    self.name = name
    self.fields = fields
    self.numbering = numbering
    // Of two fields of one name the first counts; a test of the declarations finds the second.
    slots = Dictionary(
      fields.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of a field among `fields`; nil when there is none of that name.
  func slot(of name: some StringProtocol) -> Int? { slots[String(name)] }
}

/// One name that a template can use.
public struct SchemaField: Sendable {
  public let name: String
  public let kind: FieldKind
  /// What it is, in one sentence without a full stop; Markdown.
  public let doc: String

  let access: FieldAccess
  /// True for a `has_things`, whose value is that of `things`.
  let isPresence: Bool

  public init(_ name: String, _ kind: FieldKind, _ doc: String, _ access: FieldAccess) {
    self.init(name, kind, doc, access, isPresence: false)
  }

  private init(_ name: String, _ kind: FieldKind, _ doc: String, _ access: FieldAccess, isPresence: Bool) {
    self.name = name
    self.kind = kind
    self.doc = doc
    self.access = access
    self.isPresence = isPresence
  }

  var constant: SchemaField { SchemaField(name, kind, doc, access.constant, isPresence: isPresence) }
  var repeating: SchemaField { SchemaField(name, kind, doc, access.repeating, isPresence: isPresence) }

  /// The flag that says whether a list is empty; nil for every other kind.
  @usableFromInline var presence: SchemaField? {
    guard case .list = kind else { return nil }
    return SchemaField("has_" + name, .flag, "True when `\(name)` is not empty", access, isPresence: true)
  }
}

/// What a field holds, and so how a template can use it.
public enum FieldKind: Sendable {
  /// Text; `{{name}}` escapes it. As a section it is shown when it is there and not empty, with `{{.}}` inside.
  case text
  /// Trusted markup; `{{{name}}}` only. As a section it is shown when it is there, with `{{{.}}}` inside.
  case html
  /// Sections only.
  case flag
  /// A section shows it when it is there; its names are those of the schema.
  case object(@Sendable () -> Schema)
  /// A section shows each item.
  case list(@Sendable () -> Schema)

  /// The kind's word, for messages and documentation.
  public var word: String {
    switch self {
    case .text: "text"
    case .html: "HTML"
    case .flag: "flag"
    case .object: "object"
    case .list: "list"
    }
  }
}
