/// A declared key of front matter: its name, what its value looks like and how that value is read.
struct Key<Value: Sendable>: Sendable {
  let keyName: KeyName
  let type: ValueType<Value>
  let isRequired: Bool
  let summary: String

  var name: String { keyName.text }

  init(_ name: String, _ type: ValueType<Value>, required: Bool = false, _ summary: String) {
    keyName = KeyName(name)
    self.type = type
    self.isRequired = required
    self.summary = summary
  }

  var shape: KeyShape {
    KeyShape(keyName: keyName, shape: type.shape, isRequired: isRequired, summary: summary)
  }
}

/// How values of one type are read: what they look like, and the reading itself.
///
/// A reading that fails has put a diagnostic into the context before it returns nil.
struct ValueType<Value: Sendable>: Sendable {
  let shape: ValueShape
  let read: @Sendable (YAMLNode, inout ReadingContext) -> Value?

  init(_ shape: ValueShape, _ read: @escaping @Sendable (YAMLNode, inout ReadingContext) -> Value?) {
    self.shape = shape
    self.read = read
  }

  /// The same value with the place that it was read from.
  var located: ValueType<Located<Value>> {
    let read = self.read
    return ValueType<Located<Value>>(shape) { node, context in
      read(node, &context).map { Located($0, at: node.mark) }
    }
  }
}
