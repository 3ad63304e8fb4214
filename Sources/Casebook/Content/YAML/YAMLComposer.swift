import CYaml

/// Composes one YAML document from the events of libyaml, the parser inside Yams.
///
/// Yams' own composer resolves tags with regular expressions and takes several times as long; front matter
/// has declared types, so nothing is to be resolved. What front matter must not have (anchors, aliases,
/// tags, a second document, deep nesting) is refused at the event that shows it, so that no alias is ever
/// expanded.
struct YAMLComposer: ~Copyable {
  /// Deeper than any declared key; it also bounds the recursion of this type.
  static let maximumDepth = 16

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// Added to libyaml's lines (from 0) to give lines of the file (from 1).
  private let firstLine: Int

  /// Composes the document in `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: valid UTF-8 without control characters, `\n` line ends.
  ///   - firstLine: the line of the file on which `bytes` starts, from 1.
  /// - Returns: the root; nil when the document is empty.
  static func compose(_ bytes: ArraySlice<UInt8>, firstLine: Int) throws(YAMLFailure) -> YAMLNode? {
    var result: Result<YAMLNode?, YAMLFailure> = .success(nil)
    bytes.withUnsafeBufferPointer { buffer in
      var composer = YAMLComposer(firstLine: firstLine)
      yaml_parser_set_encoding(composer.parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(composer.parser, buffer.baseAddress, buffer.count)
      do throws(YAMLFailure) {
        result = .success(try composer.document())
      } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }

  private init(firstLine: Int) {
    parser = .allocate(capacity: 1)
    yaml_parser_initialize(parser)
    self.firstLine = firstLine
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  private mutating func document() throws(YAMLFailure) -> YAMLNode? {
    _ = try next()
    guard try next().type == YAML_DOCUMENT_START_EVENT else { return nil }
    let root = try node(next(), depth: 0)
    _ = try next()
    let end = try next()
    guard end.type == YAML_STREAM_END_EVENT else {
      throw YAMLFailure(code: .yamlSyntax, message: "a second YAML document starts here", mark: end.mark)
    }
    return root
  }

  private mutating func node(_ event: Event, depth: Int) throws(YAMLFailure) -> YAMLNode {
    guard depth < Self.maximumDepth else {
      throw YAMLFailure(
        code: .yamlTooDeep, message: "nested deeper than \(Self.maximumDepth) levels", mark: event.mark)
    }
    switch event.type {
    case YAML_SEQUENCE_START_EVENT: return try sequence(event, depth: depth)
    case YAML_MAPPING_START_EVENT: return try mapping(event, depth: depth)
    default:
      return YAMLNode(content: .scalar(event.text, isPlain: event.isPlain), mark: event.mark)
    }
  }

  private mutating func sequence(_ start: Event, depth: Int) throws(YAMLFailure) -> YAMLNode {
    var items: [YAMLNode] = []
    while true {
      let event = try next()
      if event.type == YAML_SEQUENCE_END_EVENT { break }
      items.append(try node(event, depth: depth + 1))
    }
    return YAMLNode(content: .sequence(items), mark: start.mark)
  }

  private mutating func mapping(_ start: Event, depth: Int) throws(YAMLFailure) -> YAMLNode {
    var entries: [YAMLEntry] = []
    while true {
      let event = try next()
      if event.type == YAML_MAPPING_END_EVENT { break }
      guard event.type == YAML_SCALAR_EVENT else {
        throw YAMLFailure(code: .yamlSyntax, message: "a key must be a single word", mark: event.mark)
      }
      if let first = entries.first(where: { $0.key.value == event.text }) {
        throw YAMLFailure(
          code: .duplicateKey, message: "the key '\(event.text)' stands twice", mark: event.mark,
          hint: "it stands on line \(first.key.mark.line) already; keep one")
      }
      let value = try node(next(), depth: depth + 1)
      entries.append(YAMLEntry(key: Located(event.text, at: event.mark), value: value))
    }
    return YAMLNode(content: .mapping(entries), mark: start.mark)
  }

  /// What this type needs of a libyaml event, copied out of it.
  private struct Event {
    let type: yaml_event_type_t
    let mark: Mark
    var text = ""
    var isPlain = false
  }

  private mutating func next() throws(YAMLFailure) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxFailure() }
    defer { yaml_event_delete(&event) }
    let mark = self.mark(event.start_mark, event.end_mark)
    switch event.type {
    case YAML_ALIAS_EVENT:
      throw YAMLFailure(
        code: .yamlAlias, message: "YAML aliases (*name) are not allowed", mark: mark,
        hint: "write the value out, or quote it if it is text")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try refuse(anchor: scalar.anchor, tag: scalar.tag, at: mark)
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let text = String(decoding: bytes, as: UTF8.self)
      if scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE { try refuseForbidden(in: text, at: mark) }
      return Event(
        type: event.type, mark: mark, text: text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
    case YAML_SEQUENCE_START_EVENT:
      try refuse(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag, at: mark)
    case YAML_MAPPING_START_EVENT:
      try refuse(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, at: mark)
    default: break
    }
    return Event(type: event.type, mark: mark)
  }

  private func refuse(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?, at mark: Mark
  ) throws(YAMLFailure) {
    if anchor != nil {
      throw YAMLFailure(
        code: .yamlAnchor, message: "YAML anchors (&name) are not allowed", mark: mark,
        hint: "remove the anchor, or quote the value if it is text")
    }
    if tag != nil {
      throw YAMLFailure(
        code: .yamlTag, message: "YAML tags (!name) are not allowed", mark: mark,
        hint: "remove the tag, or quote the value if it is text")
    }
  }

  /// What the file itself does not have, an escape such as `\0` can still give.
  private func refuseForbidden(in text: String, at mark: Mark) throws(YAMLFailure) {
    guard let scalar = text.unicodeScalars.first(where: ForbiddenCharacter.isForbidden) else { return }
    throw YAMLFailure(
      code: .controlCharacter, message: "\(ForbiddenCharacter.name(of: scalar)) is not allowed", mark: mark,
      hint: "remove the escape, or write the backslash twice if it is text")
  }

  private func mark(_ start: yaml_mark_t, _ end: yaml_mark_t) -> Mark {
    Mark(
      line: start.line + firstLine, column: start.column + 1,
      length: start.line == end.line ? end.column - start.column : 1)
  }

  private func syntaxFailure() -> YAMLFailure {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "not valid YAML"
    let context = parser.pointee.context.map { " " + String(cString: $0) } ?? ""
    let mark = parser.pointee.problem_mark
    return YAMLFailure(
      code: .yamlSyntax, message: "not valid YAML: \(problem)\(context)", mark: self.mark(mark, mark),
      hint: "quote a value that holds ': ', ' #' or starts with one of [ ] { } & * ! | > % @ `")
  }
}
