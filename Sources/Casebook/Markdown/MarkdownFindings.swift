/// Collects what is found in one body, each with its place in the file.
struct MarkdownFindings {
  let body: Body
  private(set) var diagnostics: [Diagnostic] = []

  init(_ body: Body) {
    self.body = body
  }

  /// Reports text of a block.
  ///
  /// libcmark knows the lines of blocks for sure, but not the columns of what is inside; the text is looked for
  /// in those lines.
  mutating func report(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: String, text: String,
    in block: CmarkNode, hint: String
  ) {
    let lines = block.lines
    let place =
      place(of: text, in: lines) ?? body.source.place(line: body.firstLine + lines.lowerBound - 1, column: 1)
    diagnostics.append(Diagnostic(severity, code, message, at: place, hint: hint))
  }

  /// Reports a line of the body (from 1) and a column (from 1, in Unicode scalars).
  mutating func report(
    _ code: DiagnosticCode, _ message: String, line: Int, column: Int, hint: String
  ) {
    let place = body.source.place(line: body.firstLine + line - 1, column: column)
    diagnostics.append(Diagnostic(.error, code, message, at: place, hint: hint))
  }

  private func place(of text: String, in lines: ClosedRange<Int>) -> SourcePlace? {
    let needle = Array(text.utf8)
    guard !needle.isEmpty else { return nil }
    var line = 1
    var start = body.range.lowerBound
    while start < body.range.upperBound {
      let end = body.bytes[start...].firstIndex(of: 0x0A) ?? body.range.upperBound
      if lines.contains(line), let offset = Self.offset(of: needle, in: body.source.bytes[start..<end]) {
        return body.source.place(byteOffset: offset, length: text.unicodeScalars.count)
      }
      guard line < lines.upperBound else { return nil }
      line += 1
      start = end + 1
    }
    return nil
  }

  private static func offset(of needle: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
    guard line.count >= needle.count else { return nil }
    return (line.startIndex...(line.endIndex - needle.count)).first { start in
      line[start] == needle[0] && line[start..<start + needle.count].elementsEqual(needle)
    }
  }
}
