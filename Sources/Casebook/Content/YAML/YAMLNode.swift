/// A value of a YAML document, with the place where it starts.
package struct YAMLNode: Sendable {
  package indirect enum Content: Sendable {
    /// A scalar's text; a plain scalar (without quotes) may also be read as a number or a boolean.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  package let content: Content
  package let mark: Mark

  /// What the value is, for messages.
  var kindName: String {
    switch content {
    case .scalar: isNull ? "nothing" : "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// True for the plain scalars that YAML 1.2 (section 10.2.1.1) calls null: nothing, `~` and `null`.
  var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }
}

/// A key and its value in a YAML mapping.
package struct YAMLEntry: Sendable {
  package let key: Located<String>
  package let value: YAMLNode
}
