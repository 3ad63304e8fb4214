import CYaml
import Foundation

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
  /// The last event.
  private var event = yaml_event_t()
  /// Added to libyaml's lines (from 0) to give lines of the file (from 1).
  private let firstLine: Int

  /// Composes the document in `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: valid UTF-8 without control characters, `\n` line ends.
  ///   - firstLine: the line of the file on which `bytes` starts, from 1.
  ///   - tree: is filled with the document; what it held is forgotten.
  /// - Returns: false when the document is empty.
  static func compose(
    _ bytes: ArraySlice<UInt8>, firstLine: Int, into tree: inout YAMLTree
  ) throws(YAMLFailure) -> Bool {
    tree.removeAll()
    var result: Result<Bool, YAMLFailure> = .success(false)
    bytes.withUnsafeBufferPointer { buffer in
      var composer = YAMLComposer(firstLine: firstLine)
      yaml_parser_set_input_string(composer.parser, buffer.baseAddress, buffer.count)
      do throws(YAMLFailure) {
        result = .success(try composer.document(&tree))
      } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }

  private init(firstLine: Int) {
    parser = .allocate(capacity: 1)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    self.firstLine = firstLine
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  private mutating func document(_ tree: inout YAMLTree) throws(YAMLFailure) -> Bool {
    defer { yaml_event_delete(&event) }
    try advance()
    try advance()
    guard event.type == YAML_DOCUMENT_START_EVENT else { return false }
    try advance()
    try addNode(to: &tree, depth: 0)
    try advance()
    try advance()
    guard event.type == YAML_STREAM_END_EVENT else {
      throw YAMLFailure(code: .yamlSyntax, message: "a second YAML document starts here", mark: mark)
    }
    return true
  }

  /// Adds the node that the last event starts.
  private mutating func addNode(to tree: inout YAMLTree, depth: Int) throws(YAMLFailure) {
    guard depth < Self.maximumDepth else {
      throw YAMLFailure(
        code: .yamlTooDeep, message: "nested deeper than \(Self.maximumDepth) levels", mark: mark)
    }
    switch event.type {
    case YAML_SEQUENCE_START_EVENT: try addSequence(to: &tree, depth: depth)
    case YAML_MAPPING_START_EVENT: try addMapping(to: &tree, depth: depth)
    default: addScalar(to: &tree, isKey: false)
    }
  }

  private mutating func addSequence(to tree: inout YAMLTree, depth: Int) throws(YAMLFailure) {
    let index = tree.open(.sequence, mark)
    var count = 0
    while true {
      try advance()
      if event.type == YAML_SEQUENCE_END_EVENT { break }
      try addNode(to: &tree, depth: depth + 1)
      count += 1
    }
    tree.close(index, count: count)
  }

  private mutating func addMapping(to tree: inout YAMLTree, depth: Int) throws(YAMLFailure) {
    let index = tree.open(.mapping, mark)
    var count = 0
    while true {
      try advance()
      if event.type == YAML_MAPPING_END_EVENT { break }
      try addKey(to: &tree, in: index)
      try advance()
      try addNode(to: &tree, depth: depth + 1)
      count += 1
    }
    tree.close(index, count: count)
  }

  private func addKey(to tree: inout YAMLTree, in mapping: Int) throws(YAMLFailure) {
    guard event.type == YAML_SCALAR_EVENT else {
      throw YAMLFailure(code: .yamlSyntax, message: "a key must be a single word", mark: mark)
    }
    addScalar(to: &tree, isKey: true)
    guard let first = tree.repeated(in: mapping) else { return }
    throw YAMLFailure(
      code: .duplicateKey,
      message: "the key '\(String(decoding: scalarText, as: UTF8.self))' stands twice", mark: mark,
      hint: "it stands on line \(first.mark.line) already; keep one")
  }

  private func addScalar(to tree: inout YAMLTree, isKey: Bool) {
    let isPlain = event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE
    tree.addScalar(scalarText, isPlain: isPlain, isKey: isKey, mark)
  }

  /// The text of the last event, which is a scalar.
  private var scalarText: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length)
  }

  /// Reads the next event, and refuses what front matter must not have.
  private mutating func advance() throws(YAMLFailure) {
    yaml_event_delete(&event)
    guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxFailure() }
    switch event.type {
    case YAML_ALIAS_EVENT:
      throw YAMLFailure(
        code: .yamlAlias, message: "YAML aliases (*name) are not allowed", mark: mark,
        hint: "write the value out, or quote it if it is text")
    case YAML_SCALAR_EVENT:
      try refuse(anchor: event.data.scalar.anchor, tag: event.data.scalar.tag)
      if event.data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE { try refuseForbidden() }
    case YAML_SEQUENCE_START_EVENT:
      try refuse(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      try refuse(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag)
    default: break
    }
  }

  private func refuse(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?
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
  private func refuseForbidden() throws(YAMLFailure) {
    guard let (_, scalar) = ForbiddenCharacter.first(in: scalarText) else { return }
    throw YAMLFailure(
      code: .controlCharacter, message: "\(ForbiddenCharacter.name(of: scalar)) is not allowed", mark: mark,
      hint: "remove the escape, or write the backslash twice if it is text")
  }

  /// Where the last event stands.
  private var mark: Mark { mark(event.start_mark, event.end_mark) }

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
