// The value types that are made of other values: lists and records.

extension ValueType {
  /// A list of values, in the order of the file.
  static func list<Item>(_ item: ValueType<Item>) -> ValueType where Value == [Item] {
    ValueType(.list(item.shape)) { node, context in
      guard node.kind == .sequence else {
        context.error(
          .wrongType, "a list is expected here, not \(node.kindName)", at: node.mark,
          hint: "write [one, two], or a line with '- ' for each")
        return nil
      }
      guard node.count <= ValueShape.maximumListLength else {
        context.error(
          .valueTooLong, "the list has \(node.count) entries", at: node.mark,
          hint: "it can have at most \(ValueShape.maximumListLength)")
        return nil
      }
      var values: [Item] = []
      values.reserveCapacity(node.count)
      for node in context.yaml.items(of: node) {
        if let value = item.read(node, &context) { values.append(value) }
      }
      return values
    }
  }

  /// A list of different values; one that stands twice is an error.
  static func distinctList<Item: Hashable>(_ item: ValueType<Item>) -> ValueType where Value == [Item] {
    let list = ValueType<[Item]>.list(item)
    return ValueType(list.shape) { node, context in
      guard let values = list.read(node, &context) else { return nil }
      reportRepeats(values, in: node, &context)
      return values
    }
  }

  /// A list of different values, or one value without a list around it.
  static func listOrSingle<Item: Hashable>(_ item: ValueType<Item>) -> ValueType where Value == [Item] {
    let list = ValueType<[Item]>.distinctList(item)
    return ValueType(.listOrSingle(item.shape)) { node, context in
      if node.kind == .sequence {
        guard node.count > 0 else {
          context.error(.emptyValue, "the list is empty", at: node.mark, hint: "give it at least one value")
          return nil
        }
        return list.read(node, &context)
      }
      return item.read(node, &context).map { [$0] }
    }
  }

  private static func reportRepeats<Item: Hashable>(
    _ values: [Item], in node: YAMLNode, _ context: inout ReadingContext
  ) {
    guard node.count == values.count, hasRepeats(values) else { return }
    var seen: Set<Item> = []
    for (value, node) in zip(values, context.yaml.items(of: node)) where !seen.insert(value).inserted {
      context.error(.duplicateValue, "this stands in the list already", at: node.mark, hint: "remove it")
    }
  }

  /// A short list is told without the hashes of its values.
  private static func hasRepeats<Item: Hashable>(_ values: [Item]) -> Bool {
    guard values.count <= 8 else { return true }
    for later in values.indices {
      for earlier in 0..<later where values[earlier] == values[later] { return true }
    }
    return false
  }

  /// A mapping with declared keys.
  static func record(
    _ keys: [KeyShape],
    _ make: @escaping @Sendable (RecordReader, inout ReadingContext) -> Value?
  ) -> ValueType {
    ValueType(.record(keys)) { node, context in
      guard let reader = RecordReader(node, keys: keys, &context) else { return nil }
      return make(reader, &context)
    }
  }
}
