// The value types that are made of other values: lists and records.

extension ValueType {
  /// A list of values, in the order of the file.
  static func list<Item>(_ item: ValueType<Item>) -> ValueType where Value == [Item] {
    ValueType(.list(item.shape)) { node, context in
      guard case .sequence(let nodes) = node.content else {
        context.error(
          .wrongType, "a list is expected here, not \(node.kindName)", at: node.mark,
          hint: "write [one, two], or a line with '- ' for each")
        return nil
      }
      guard nodes.count <= ValueShape.maximumListLength else {
        context.error(
          .valueTooLong, "the list has \(nodes.count) entries", at: node.mark,
          hint: "it can have at most \(ValueShape.maximumListLength)")
        return nil
      }
      return nodes.compactMap { item.read($0, &context) }
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
      if case .sequence(let nodes) = node.content {
        guard !nodes.isEmpty else {
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
    guard case .sequence(let nodes) = node.content, nodes.count == values.count else { return }
    var seen: Set<Item> = []
    for (value, node) in zip(values, nodes) where !seen.insert(value).inserted {
      context.error(.duplicateValue, "this stands in the list already", at: node.mark, hint: "remove it")
    }
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
