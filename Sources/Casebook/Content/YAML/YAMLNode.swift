/// A value of a YAML document: where it stands in its `YAMLTree`, and in its file.
///
/// It is only numbers, so that handing one on costs nothing; what it says is asked of the tree.
struct YAMLNode: Sendable {
  enum Kind: UInt8, Sendable {
    /// The plain scalars that YAML 1.2 (section 10.2.1.1) calls null: nothing, `~` and `null`.
    case null
    /// A scalar without quotes, which may also be read as a number or a boolean.
    case plain
    case quoted
    case sequence
    case mapping
  }

  let kind: Kind
  let mark: Mark
  /// Its place among the tree's nodes; what is in it stands behind it.
  let index: Int
  /// The place behind the last node in it.
  var end: Int
  /// How many items a sequence, or entries a mapping has.
  var count = 0
  /// The place of a scalar's text among the tree's bytes.
  var text = 0..<0
  /// Of the text of a key: keys are told apart by it first.
  var hash: UInt32 = 0

  init(_ kind: Kind, at index: Int, _ mark: Mark) {
    self.kind = kind
    self.mark = mark
    self.index = index
    end = index + 1
  }

  var isNull: Bool { kind == .null }
  var isPlain: Bool { kind == .plain }

  /// What the value is, for messages.
  var kindName: String {
    switch kind {
    case .null: "nothing"
    case .plain, .quoted: "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// A key and its value in a YAML mapping.
struct YAMLEntry: Sendable {
  let key: YAMLNode
  let value: YAMLNode
}
