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
    // Most keys stand in the order of their declarations.
    var next = 0
    for entry in context.yaml.entries(of: node) {
      if let place = Self.place(of: entry.key, among: keys, from: next, context.yaml) {
        next = place + 1
        continue
      }
      let name = context.yaml.text(of: entry.key)
      let hint = NearestWord.hint(for: name, among: keys.map(\.name))
      context.error(.unknownKey, "unknown key '\(name)'", at: entry.key.mark, hint: hint)
    }
  }

  /// - Parameter node: a mapping that was read before without a finding.
  init(known node: YAMLNode) {
    self.node = node
  }

  /// Where a key is declared; nil where it is not.
  ///
  /// - Parameter start: where it is looked for first.
  private static func place(
    of key: YAMLNode, among keys: [KeyShape], from start: Int, _ yaml: YAMLTree
  ) -> Int? {
    var index = start
    for _ in keys.indices {
      if index >= keys.count { index = 0 }
      // By its place, so that no declaration is copied.
      if keys[index].keyName.hash == key.hash, yaml.isKey(key, keys[index].keyName) { return index }
      index += 1
    }
    return nil
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
