/// Finds text that libcmark 0.30 would take too long for, before it is parsed.
///
/// Measured on 0.30.2: runs of `![[]()` take quadratic time, 0.9 s for 200 kB; nothing else that was tried does.
/// Nesting is bounded because each level becomes a level of the page.
enum MarkdownGuard {
  /// `[` in lines without a blank one between them.
  private static let maximumBrackets = 3000
  /// `>` and list markers at the start of one line.
  private static let maximumNesting = 100

  /// The first such place; nil when there is none.
  static func fault(in body: Body) -> Diagnostic? {
    var brackets = 0
    var lineStart = body.range.lowerBound
    while lineStart < body.range.upperBound {
      let line = body.bytes[lineStart...].prefix { $0 != 0x0A }
      if let offset = tooDeep(line) {
        return diagnostic(
          .nestingTooDeep, "nested deeper than \(maximumNesting) levels", body, offset,
          hint: "use fewer '>' or list markers")
      }
      let count = line.count { $0 == UInt8(ascii: "[") }
      brackets = line.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? 0 : brackets + count
      if brackets > maximumBrackets {
        return diagnostic(
          .bracketRun, "more than \(maximumBrackets) '[' in one paragraph", body, lineStart,
          hint: "divide the paragraph, or put the text into a code block of its own")
      }
      lineStart = line.endIndex + 1
    }
    return nil
  }

  /// The offset of the marker that goes too deep.
  private static func tooDeep(_ line: ArraySlice<UInt8>) -> Int? {
    var markers = 0
    for (index, byte) in zip(line.indices, line) {
      switch byte {
      case 0x20, 0x09: continue
      case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
        UInt8(ascii: ")"):
        // A line of dashes is a break, not a nest: only what has a space after it opens a level.
        let next = index + 1 < line.endIndex ? line[index + 1] : 0
        if byte == UInt8(ascii: ">") || next == 0x20 || next == 0x09 { markers += 1 }
      case 0x30...0x39: continue
      default: return nil
      }
      if markers > maximumNesting { return index }
    }
    return nil
  }

  private static func diagnostic(
    _ code: DiagnosticCode, _ message: String, _ body: Body, _ offset: Int, hint: String
  ) -> Diagnostic {
    Diagnostic(.error, code, message, at: body.source.place(byteOffset: offset), hint: hint)
  }
}
