// Reading the `veris` block of an incident: strictly, like all front matter, against the VERIS schema.

extension ValueType where Value == JSONObject {
  /// A part of a VERIS record, as a JSON Merge Patch (RFC 7396): what has no value is taken out of the record.
  static var verisBlock: ValueType {
    ValueType(.veris) { node, context in
      guard case .object(let object)? = VERISRecord.incident.read(node, isWhole: false, &context) else {
        return nil
      }
      return object
    }
  }
}

extension VERISRecord {
  /// A mapping with the record's keys; nil, with what is wrong reported, when it is none.
  ///
  /// - Parameter isWhole: true for a record that stands in a list, to which nothing is added later.
  fileprivate func read(_ node: YAMLNode, isWhole: Bool, _ context: inout ReadingContext) -> JSONValue? {
    guard node.kind == .mapping, isOpen || node.count > 0 else {
      context.error(
        .wrongType, "a mapping with keys of VERIS is expected here, not \(node.kindName)", at: node.mark,
        hint: keys.first.map { "write its keys, for example \($0.key): …" })
      return nil
    }
    var object = JSONObject()
    for entry in context.yaml.entries(of: node) {
      object[context.yaml.text(of: entry.key)] = read(entry, isWhole: isWhole, &context)
    }
    for (name, shape) in keys where isWhole && required.contains(name) && shape.unknown == nil {
      guard context.yaml.entry(KeyName(name), in: node) == nil else { continue }
      context.error(
        .missingKey, "the key '\(name)' is missing", at: node.mark, hint: "VERIS requires it here")
    }
    return .object(object)
  }

  private func read(_ entry: YAMLEntry, isWhole: Bool, _ context: inout ReadingContext) -> JSONValue? {
    let name = context.yaml.text(of: entry.key)
    guard let shape = self[name] else {
      let hint = NearestWord.hint(for: name, among: keys.map(\.key))
      context.error(.unknownKey, "VERIS has no key '\(name)' here", at: entry.key.mark, hint: hint)
      return nil
    }
    guard entry.value.isNull else { return shape.read(entry.value, isWhole: isWhole, &context) }
    guard !isWhole, !required.contains(name) || shape.unknown != nil else {
      context.error(
        .emptyValue, "'\(name)' has no value", at: entry.key.mark,
        hint: isWhole ? "give it a value or remove the key" : "VERIS requires it, and has no word for unknown"
      )
      return nil
    }
    return .null
  }
}

extension VERISShape {
  fileprivate func read(_ node: YAMLNode, isWhole: Bool, _ context: inout ReadingContext) -> JSONValue? {
    switch self {
    case .record(let record): return record.read(node, isWhole: isWhole, &context)
    case .records(let record): return Self.list(node, &context) { record.read($0, isWhole: true, &$1) }
    case .terms(let words): return Self.list(node, &context) { Self.term($0, words, &$1) }
    case .texts(let pattern): return Self.list(node, &context) { Self.text($0, pattern, &$1) }
    case .term(let words): return Self.term(node, words, &context)
    case .text(let pattern, _): return Self.text(node, pattern, &context)
    case .integer(let range):
      return ValueType<Int>.integer(range ?? 0...Self.largestInteger).read(node, &context)
        .map(JSONValue.integer)
    case .number: return Self.number(node, &context)
    case .flag: return ValueType<Bool>.boolean.read(node, &context).map(JSONValue.boolean)
    }
  }

  /// The largest whole number that every reader of JSON takes without loss (RFC 8259, section 6).
  private static let largestInteger = (1 << 53) - 1

  private static func list(
    _ node: YAMLNode, _ context: inout ReadingContext,
    _ read: (YAMLNode, inout ReadingContext) -> JSONValue?
  ) -> JSONValue? {
    guard node.kind == .sequence, node.count > 0 else {
      context.error(
        .wrongType, "a list is expected here, not \(node.kind == .sequence ? "an empty one" : node.kindName)",
        at: node.mark, hint: "write [one, two], or a line with '- ' for each")
      return nil
    }
    var values: [JSONValue] = []
    for node in context.yaml.items(of: node) {
      guard let value = read(node, &context) else { continue }
      if values.contains(value) {
        context.error(.duplicateValue, "this stands in the list already", at: node.mark, hint: "remove it")
      }
      values.append(value)
    }
    return .array(values)
  }

  private static func term(
    _ node: YAMLNode, _ words: [String], _ context: inout ReadingContext
  ) -> JSONValue? {
    guard let text = node.text(&context) else { return nil }
    if words.contains(text) { return .string(text) }
    let meant = words.first { $0.lowercased() == text.lowercased() }
    context.error(
      .unknownTerm, "VERIS has no word '\(text)' here", at: node.mark,
      hint: meant.map { "write '\($0)'" } ?? NearestWord.hint(for: text, among: words))
    return nil
  }

  private static func text(
    _ node: YAMLNode, _ pattern: String?, _ context: inout ReadingContext
  ) -> JSONValue? {
    guard let text = ValueType<String>.text(maximumLength: 10_000).read(node, &context) else { return nil }
    guard let pattern else { return .string(text) }
    // The patterns are our own, and a test reads each of them.
    if let regex = try? Regex(pattern), text.wholeMatch(of: regex) != nil { return .string(text) }
    context.error(
      .unknownTerm, "'\(text)' has not the form that VERIS wants here", at: node.mark,
      hint: "it matches the pattern \(pattern)")
    return nil
  }

  private static func number(_ node: YAMLNode, _ context: inout ReadingContext) -> JSONValue? {
    guard let text = node.text(&context) else { return nil }
    if node.isPlain, text.wholeMatch(of: /-?(0|[1-9][0-9]{0,15})(\.[0-9]{1,15})?/) != nil {
      return .number(text)
    }
    context.error(
      .wrongType, "'\(text)' is not a number", at: node.mark, hint: "write it in digits, without quotes")
    return nil
  }
}
