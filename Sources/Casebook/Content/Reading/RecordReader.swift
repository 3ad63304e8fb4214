/// Reads the declared keys of one YAML mapping.
struct RecordReader {
  private let entries: [YAMLEntry]
  private let mark: Mark

  /// Reports every key that is not declared; nil, and an error, when the node is no mapping.
  init?(_ node: YAMLNode, keys: [KeyShape], _ context: inout ReadingContext) {
    guard case .mapping(let entries) = node.content else {
      context.error(
        .wrongType, "a mapping is expected here, not \(node.kindName)", at: node.mark,
        hint: "write its keys, for example \(keys.first?.name ?? "key"): …")
      return nil
    }
    self.entries = entries
    mark = node.mark
    for entry in entries where !keys.contains(where: { $0.name == entry.key.value }) {
      let hint = NearestWord.hint(for: entry.key.value, among: keys.map(\.name))
      context.error(.unknownKey, "unknown key '\(entry.key.value)'", at: entry.key.mark, hint: hint)
    }
  }

  /// The value of a key; nil when it is missing or was refused. A required key that is missing is an error.
  func read<Value>(_ key: Key<Value>, _ context: inout ReadingContext) -> Value? {
    guard let entry = entries.first(where: { $0.key.value == key.name }) else {
      if key.isRequired { reportMissing(key, &context) }
      return nil
    }
    guard !entry.value.isNull else {
      context.error(
        .emptyValue, "'\(key.name)' has no value", at: entry.key.mark,
        hint: key.isRequired ? "give it a value" : "give it a value or remove the key")
      return nil
    }
    return key.type.read(entry.value, &context)
  }

  /// True when the key is there, also when its value was refused.
  func has<Value>(_ key: Key<Value>) -> Bool { has(key.name) }

  /// The same for the key of a name.
  func has(_ name: String) -> Bool { entries.contains { $0.key.value == name } }

  /// The mark of a key's value, for findings about two keys together; the mapping's own when it is missing.
  func mark(of name: String) -> Mark {
    entries.first { $0.key.value == name }?.value.mark ?? mark
  }

  private func reportMissing<Value>(_ key: Key<Value>, _ context: inout ReadingContext) {
    context.error(
      .missingKey, "the key '\(key.name)' is missing", at: mark, hint: "add '\(key.name)': \(key.summary)")
  }
}
