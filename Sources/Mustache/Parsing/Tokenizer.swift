/// Cuts a template into text, line ends and tags (mustache(5); spec 1.4, modules interpolation and delimiters).
struct Tokenizer {
  private let bytes: [UInt8]
  private let template: String
  private var offset = 0
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)
  private var tokens: [Token] = []
  /// The start of the tag that is read, with its line and column, from 1.
  private var mark = (offset: 0, line: 1, column: 1)

  private init(_ bytes: [UInt8], template: String) {
    self.bytes = bytes
    self.template = template
  }

  static func tokens(of bytes: [UInt8], template: String) throws(TemplateError) -> [Token] {
    var tokenizer = Tokenizer(bytes, template: template)
    try tokenizer.run()
    return tokenizer.tokens
  }

  private mutating func run() throws(TemplateError) {
    var start = offset
    while offset < bytes.count {
      if bytes[offset] == 0x0A {
        let end = offset
        let hasReturn = end > start && bytes[end - 1] == 0x0D
        addText(start..<(hasReturn ? end - 1 : end))
        tokens.append(.lineEnd(bytes[(hasReturn ? end - 1 : end)...end]))
        offset += 1
        start = offset
      } else if starts(opening, at: offset) {
        addText(start..<offset)
        tokens.append(.tag(try tag()))
        start = offset
      } else {
        offset += 1
      }
    }
    addText(start..<offset)
  }

  private mutating func addText(_ range: Range<Int>) {
    if !range.isEmpty { tokens.append(.text(bytes[range])) }
  }

  private func starts(_ text: [UInt8], at offset: Int) -> Bool {
    offset + text.count <= bytes.count && bytes[offset..<offset + text.count].elementsEqual(text)
  }

  private func find(_ text: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + text.count <= bytes.count {
      if starts(text, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// The tag at the offset, which moves behind it.
  private mutating func tag() throws(TemplateError) -> Tag {
    let start = offset
    moveMark(to: start)
    let inside = start + opening.count
    let isTriple =
      opening.elementsEqual("{{".utf8) && inside < bytes.count && bytes[inside] == UInt8(ascii: "{")
    let isDelimiters = inside < bytes.count && bytes[inside] == UInt8(ascii: "=")
    let end = isTriple ? Array("}}}".utf8) : isDelimiters ? [UInt8(ascii: "=")] + closing : closing
    guard let close = find(end, from: isTriple || isDelimiters ? inside + 1 : inside) else {
      let text = String(decoding: opening, as: UTF8.self)
      throw error(
        "the tag is not closed", start..<inside,
        hint: "'\(text)' needs '\(String(decoding: end, as: UTF8.self))'")
    }
    offset = close + end.count
    if isTriple { return try named(.unescaped, bytes[(inside + 1)..<close], start..<offset) }
    if isDelimiters { return try setDelimiters(bytes[(inside + 1)..<close], start..<offset) }
    return try plainTag(bytes[inside..<close], start..<offset)
  }

  private func plainTag(_ content: ArraySlice<UInt8>, _ range: Range<Int>) throws(TemplateError) -> Tag {
    let trimmed = content.drop(while: Self.isSpace)
    guard let sigil = trimmed.first else {
      throw error("the tag has no name", range, hint: "write a name or remove it")
    }
    let kind: Tag.Kind? =
      switch sigil {
      case UInt8(ascii: "#"): .section
      case UInt8(ascii: "^"): .inverted
      case UInt8(ascii: "/"): .close
      case UInt8(ascii: ">"): .partial
      case UInt8(ascii: "<"): .parent
      case UInt8(ascii: "$"): .block
      case UInt8(ascii: "&"): .unescaped
      case UInt8(ascii: "!"): .comment
      default: nil
      }
    guard let kind else { return try named(.variable, trimmed, range) }
    if kind == .comment { return Tag(kind: .comment, name: "", position: position(range)) }
    return try named(kind, trimmed.dropFirst(), range)
  }

  private func named(
    _ kind: Tag.Kind, _ content: ArraySlice<UInt8>, _ range: Range<Int>
  ) throws(TemplateError) -> Tag {
    let name = String(decoding: Self.trimmed(content), as: UTF8.self)
    guard !name.isEmpty else {
      throw error("the tag has no name", range, hint: "write a name or remove the tag")
    }
    guard !name.contains("*") else {
      throw error("dynamic names ('*') are not supported", range, hint: "name the partial itself")
    }
    guard !name.contains(where: \.isWhitespace) else {
      throw error("the name '\(name)' has a space in it", range, hint: "a name is one word")
    }
    let isPath = kind == .variable || kind == .unescaped || kind == .section || kind == .inverted
    if isPath, name != ".", name.split(separator: ".", omittingEmptySubsequences: false).contains("") {
      throw error("'\(name)' has an empty part", range, hint: "write names with one dot between two")
    }
    return Tag(kind: kind, name: name, position: position(range))
  }

  private mutating func setDelimiters(
    _ content: ArraySlice<UInt8>, _ range: Range<Int>
  ) throws(TemplateError) -> Tag {
    let parts = content.split(whereSeparator: Self.isSpace)
    guard parts.count == 2, !parts.joined().contains(UInt8(ascii: "=")) else {
      throw error("these are no delimiters", range, hint: "write two with a space between, as in {{=<% %>=}}")
    }
    opening = Array(parts[0])
    closing = Array(parts[1])
    return Tag(kind: .delimiters, name: "", position: position(range))
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = bytes.drop(while: isSpace)
    return start.lastIndex { !isSpace($0) }.map { start[...$0] } ?? []
  }

  private func error(_ message: String, _ range: Range<Int>, hint: String) -> TemplateError {
    TemplateError(code: .syntax, template: template, position: position(range), message: message, hint: hint)
  }

  /// The place of a range that starts where the tag does.
  private func position(_ range: Range<Int>) -> TemplatePosition {
    let firstLine = bytes[range].prefix { $0 != 0x0A }
    return TemplatePosition(
      line: mark.line, column: mark.column, length: max(1, firstLine.count(where: Self.startsScalar)))
  }

  /// Counts on from the tag before: counting from the start for each would make long templates slow.
  private mutating func moveMark(to offset: Int) {
    for byte in bytes[mark.offset..<offset] {
      if byte == 0x0A {
        mark = (offset, mark.line + 1, 1)
      } else if Self.startsScalar(byte) {
        mark.column += 1
      }
    }
    mark.offset = offset
  }

  private static func startsScalar(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
