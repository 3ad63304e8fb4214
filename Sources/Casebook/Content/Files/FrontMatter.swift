/// The front matter of a document: YAML between two `---` lines at the start of the file.
struct FrontMatter {
  /// More than any front matter needs; it bounds what a hostile one can cost.
  static let maximumBytes = 128 << 10

  /// The root of the YAML document; an empty mapping when there is nothing between the lines.
  let root: YAMLNode
  let body: Body

  /// Splits and parses a file; nil, with a diagnostic, when that fails.
  static func read(_ source: SourceText, _ diagnostics: inout [Diagnostic]) -> FrontMatter? {
    guard let opening = fence(in: source.bytes, at: 0) else {
      diagnostics.append(
        Diagnostic(
          .error, .missingFrontMatter, "the file does not start with front matter",
          at: source.place(line: 1, column: 1),
          hint: "start it with a line '---', the keys, and another line '---'"))
      return nil
    }
    guard let closing = closingFence(in: source.bytes, from: opening.upperBound) else {
      diagnostics.append(
        Diagnostic(
          .error, .unclosedFrontMatter, "the front matter is not closed",
          at: source.place(line: 1, column: 1, length: 3),
          hint: "add a line '---' after the last key"))
      return nil
    }
    let yaml = source.bytes[opening.upperBound..<closing.lowerBound]
    guard let root = parse(yaml, of: source, firstLine: 2, &diagnostics) else { return nil }
    let lineCount = yaml.count { $0 == 0x0A }
    let body = Body(
      source: source, range: closing.upperBound..<source.bytes.count, firstLine: lineCount + 3)
    return FrontMatter(root: root, body: body)
  }

  /// Parses YAML of a file; nil, with a diagnostic, when it is too long or no YAML that is allowed here.
  static func parse(
    _ yaml: ArraySlice<UInt8>, of source: SourceText, firstLine: Int, _ diagnostics: inout [Diagnostic]
  ) -> YAMLNode? {
    guard yaml.count <= maximumBytes else {
      diagnostics.append(
        Diagnostic(
          .error, .fileTooLarge,
          "the front matter has \(yaml.count) bytes; at most \(maximumBytes) are allowed",
          at: source.place(line: firstLine, column: 1), hint: "move text into the body"))
      return nil
    }
    if let offset = foreignLineBreak(in: yaml) {
      diagnostics.append(
        Diagnostic(
          .error, .controlCharacter,
          "a line separator that YAML reads as a line end (U+2028 or U+2029)",
          at: source.place(byteOffset: offset), hint: "remove it"))
      return nil
    }
    do throws(YAMLFailure) {
      return try YAMLComposer.compose(yaml, firstLine: firstLine)
        ?? YAMLNode(content: .mapping([]), mark: Mark(line: max(1, firstLine - 1), column: 1, length: 3))
    } catch {
      diagnostics.append(
        Diagnostic(.error, error.code, error.message, at: source.place(error.mark), hint: error.hint))
      return nil
    }
  }

  /// The range of a `---` line, its line end included, if one starts at the offset; spaces may follow the dashes.
  private static func fence(in bytes: [UInt8], at offset: Int) -> Range<Int>? {
    guard bytes.count >= offset + 3, bytes[offset..<offset + 3].allSatisfy({ $0 == UInt8(ascii: "-") }) else {
      return nil
    }
    var end = offset + 3
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    guard end < bytes.count else { return offset..<end }
    return bytes[end] == 0x0A ? offset..<end + 1 : nil
  }

  private static func closingFence(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    var lineStart = start
    while lineStart < bytes.count {
      if let range = fence(in: bytes, at: lineStart) { return range }
      guard let end = bytes[lineStart...].firstIndex(of: 0x0A) else { return nil }
      lineStart = end + 1
    }
    return nil
  }

  /// libyaml ends a line at these (YAML 1.1), nothing else here does, and lines would be counted in two ways.
  private static func foreignLineBreak(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.first { index in
      bytes[index] == 0xE2 && index + 2 < bytes.endIndex && bytes[index + 1] == 0x80
        && (bytes[index + 2] | 1) == 0xA9
    }
  }
}
