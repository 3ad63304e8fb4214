/// Reads the declared keys of one YAML mapping.
struct RecordReader {
  private let node: YAMLNode

  /// Reports every key that is not declared; nil, and an error, when the node is no mapping.
  init?(_ node: YAMLNode, keys: [KeyShape], _ context: inout ReadingContext) {
    guard node.kind == .mapping else {
      context.error(
        .wrongType, "a mapping is expected here, not \(node.kindName)", at: node.mark,
        hint: "write its keys, for example \(keys.first?.name ?? "key"): …")
      return nil
    }
    self.node = node
    for entry in context.yaml.entries(of: node) where !Self.isDeclared(entry.key, keys, context.yaml) {
      let name = context.yaml.text(of: entry.key)
      let hint = NearestWord.hint(for: name, among: keys.map(\.name))
      context.error(.unknownKey, "unknown key '\(name)'", at: entry.key.mark, hint: hint)
    }
  }

  /// - Parameter node: a mapping that was read before without a finding.
  init(known node: YAMLNode) {
    self.node = node
  }

  private static func isDeclared(_ key: YAMLNode, _ keys: [KeyShape], _ yaml: YAMLTree) -> Bool {
    // By their places, so that no declaration is copied.
    for index in keys.indices where keys[index].keyName.hash == key.hash {
      if yaml.isKey(key, keys[index].keyName) { return true }
    }
    return false
  }

  /// The value of a key; nil when it is missing or was refused. A required key that is missing is an error.
  func read<Value>(_ key: Key<Value>, _ context: inout ReadingContext) -> Value? {
    guard let entry = context.yaml.entry(key.keyName, in: node) else {
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

  /// The value of one key in each mapping of a list, which was read before without a finding; nil where it is not there.
  func values<Value, Item>(
    of key: Key<Value>, inEach list: Key<[Item]>, _ context: inout ReadingContext
  ) -> [Value?] {
    guard let entry = context.yaml.entry(list.keyName, in: node) else { return [] }
    var items = context.yaml.items(of: entry.value)
    var values: [Value?] = []
    while let item = items.next() {
      values.append(context.yaml.entry(key.keyName, in: item).flatMap { key.type.read($0.value, &context) })
    }
    return values
  }

  /// True when the key is there, also when its value was refused.
  func has<Value>(_ key: Key<Value>, _ context: ReadingContext) -> Bool {
    context.yaml.entry(key.keyName, in: node) != nil
  }

  /// The mark of a key's value, for findings about two keys together; the mapping's own when it is missing.
  func mark<Value>(of key: Key<Value>, _ context: ReadingContext) -> Mark {
    context.yaml.entry(key.keyName, in: node)?.value.mark ?? node.mark
  }

  private func reportMissing<Value>(_ key: Key<Value>, _ context: inout ReadingContext) {
    context.error(
      .missingKey, "the key '\(key.name)' is missing", at: node.mark,
      hint: "add '\(key.name)': \(key.summary)")
  }
}
