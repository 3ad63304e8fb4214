import Foundation

/// The front matter of a document: YAML between two `---` lines at the start of the file.
enum FrontMatter {
  /// More than any front matter needs; it bounds what a hostile one can cost.
  static let maximumBytes = 128 << 10

  /// Splits a file and parses its front matter; nil, with a diagnostic, when that fails.
  ///
  /// - Parameter tree: is filled with the YAML document; an empty mapping when there is nothing between the lines.
  /// - Returns: what stands behind it.
  static func read(
    _ source: SourceText, into tree: inout YAMLTree, _ diagnostics: inout [Diagnostic]
  ) -> Body? {
    guard let opening = fence(in: source.bytes, at: 0) else {
      diagnostics.append(
        Diagnostic(
          .error, .missingFrontMatter, "the file does not start with front matter",
          at: source.place(line: 1, column: 1),
          hint: "start it with a line '---', the keys, and another line '---'"))
      return nil
    }
    guard let (closing, lineCount) = closingFence(in: source.bytes, from: opening.upperBound) else {
      diagnostics.append(
        Diagnostic(
          .error, .unclosedFrontMatter, "the front matter is not closed",
          at: source.place(line: 1, column: 1, length: 3),
          hint: "add a line '---' after the last key"))
      return nil
    }
    let yaml = source.bytes[opening.upperBound..<closing.lowerBound]
    guard parse(yaml, of: source, firstLine: 2, into: &tree, &diagnostics) else { return nil }
    return Body(source: source, range: closing.upperBound..<source.bytes.count, firstLine: lineCount + 3)
  }

  /// Parses YAML of a file; false, with a diagnostic, when it is too long or no YAML that is allowed here.
  static func parse(
    _ yaml: ArraySlice<UInt8>, of source: SourceText, firstLine: Int, into tree: inout YAMLTree,
    _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    guard yaml.count <= maximumBytes else {
      diagnostics.append(
        Diagnostic(
          .error, .fileTooLarge,
          "the front matter has \(yaml.count) bytes; at most \(maximumBytes) are allowed",
          at: source.place(line: firstLine, column: 1), hint: "move text into the body"))
      return false
    }
    if source.isOddToYAML, let offset = foreignLineBreak(in: yaml) {
      diagnostics.append(
        Diagnostic(
          .error, .controlCharacter,
          "a line separator that YAML reads as a line end (U+2028 or U+2029)",
          at: source.place(byteOffset: offset), hint: "remove it"))
      return false
    }
    if !source.isOddToYAML, UsualYAML.compose(yaml, firstLine: firstLine, into: &tree) { return true }
    do throws(YAMLFailure) {
      if try !YAMLComposer.compose(yaml, firstLine: firstLine, into: &tree) {
        tree.close(tree.open(.mapping, Mark(line: max(1, firstLine - 1), column: 1, length: 3)), count: 0)
      }
      return true
    } catch {
      diagnostics.append(
        Diagnostic(.error, error.code, error.message, at: source.place(error.mark), hint: error.hint))
      return false
    }
  }

  /// The range of a `---` line, its line end included, if one starts at the offset; spaces may follow the dashes.
  private static func fence(in bytes: [UInt8], at offset: Int) -> Range<Int>? {
    let dash = UInt8(ascii: "-")
    guard bytes.count >= offset + 3, bytes[offset] == dash, bytes[offset + 1] == dash,
      bytes[offset + 2] == dash
    else { return nil }
    var end = offset + 3
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    guard end < bytes.count else { return offset..<end }
    return bytes[end] == 0x0A ? offset..<end + 1 : nil
  }

  /// The first such line from an offset on, and how many lines stand before it.
  private static func closingFence(in bytes: [UInt8], from start: Int) -> (Range<Int>, lineCount: Int)? {
    var lineStart = start
    var lineCount = 0
    while lineStart < bytes.count {
      if let range = fence(in: bytes, at: lineStart) { return (range, lineCount) }
      guard let end = bytes.withUnsafeBufferPointer({ $0.firstIndex(ofByte: 0x0A, from: lineStart) }) else {
        return nil
      }
      lineStart = end + 1
      lineCount += 1
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
