/// Collects what is found in one body, each finding with its place in the file.
///
/// libcmark knows the line of what it parsed, but its columns leave out what stands before a continued line of
/// a quote or list. The text is therefore looked for in its line, nearest to the column that libcmark gives.
struct MarkdownFindings {
  /// A hostile body has a finding in every word; more than this are not worth reading, nor quick to place.
  static let limit = 100

  let source: SourceText
  private let text: MarkedText
  private let firstLine: Int
  private let bodyStart: Int
  private let bodyEnd: Int
  private(set) var diagnostics: [Diagnostic] = []
  /// Where the lines of the marked text start; made when the first finding is reported.
  private var lineStarts: [Int] = []
  private var lastLine: (number: Int, text: String) = (0, "")

  init(_ body: Body, _ text: MarkedText) {
    source = body.source
    firstLine = body.firstLine
    bodyStart = body.range.lowerBound
    bodyEnd = body.range.upperBound
    self.text = text
  }

  /// What a finding says, without its place.
  struct Finding {
    let severity: Diagnostic.Severity
    let code: DiagnosticCode
    let message: String
    let hint: String
  }

  /// Reports text of a node.
  ///
  /// - Parameters:
  ///   - finding: what was found.
  ///   - needle: the text as it stands in the file; where it is not found, the start of the node's line is named.
  ///   - node: the node that has it.
  ///   - offset: how many bytes behind the start of the node it is expected.
  mutating func report(_ finding: Finding, _ needle: [UInt8], in node: MarkdownNode, offset: Int = 0) {
    guard isOpen else { return }
    let block = node.block
    let line = max(1, node.startLine, block.startLine)
    let column = max(node.startColumn - 1, 0) + offset
    let found = find(needle, line: line, column: column, through: max(block.endLine, line))
    let start = found ?? firstText(inLine: line)
    let scalars = found == nil ? 1 : needle.count { $0 & 0xC0 != 0x80 }
    add(finding, at: bodyStart + text.bodyOffset(start), length: scalars)
  }

  /// Reports a line of the body (from 1, as libcmark counts) and an offset in bytes from its end or start.
  mutating func report(_ finding: Finding, line: Int, bytesFromEnd count: Int) {
    guard isOpen else { return }
    let end = self.end(ofLine: line)
    add(finding, at: bodyStart + text.bodyOffset(max(start(ofLine: line), end - count)), length: 1)
  }

  /// False when no more findings are taken; making more of them would take a hostile body's time.
  var isOpen: Bool { diagnostics.count <= Self.limit }

  // MARK: Collecting

  private mutating func add(_ finding: Finding, at offset: Int, length: Int) {
    let place = place(ofByte: offset, length: length)
    guard diagnostics.count < Self.limit else {
      let rest = Diagnostic(
        .error, finding.code,
        "there are more than \(Self.limit) findings in this text; the rest is not listed",
        at: place, hint: "mend the ones that are listed first")
      return diagnostics.append(rest)
    }
    diagnostics.append(
      Diagnostic(finding.severity, finding.code, finding.message, at: place, hint: finding.hint))
  }

  private mutating func place(ofByte offset: Int, length: Int) -> SourcePlace {
    let line = lineNumber(ofByte: offset)
    let start = bodyStart + text.bodyOffset(self.start(ofLine: line))
    if lastLine.number != line {
      let rest = source.slice(start..<bodyEnd)
      lastLine = (line, String(decoding: rest.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }
    let column = source.slice(start..<offset).count { $0 & 0xC0 != 0x80 } + 1
    return SourcePlace(
      path: source.path, line: firstLine + line - 1, column: column, length: length, lineText: lastLine.text)
  }

  // MARK: Lines of the marked text, offsets from its start

  private mutating func indexLines() {
    guard lineStarts.isEmpty else { return }
    lineStarts = [0]
    for (index, byte) in text.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lineStarts.append(index + 1)
    }
  }

  private mutating func start(ofLine line: Int) -> Int {
    indexLines()
    return lineStarts[min(max(line, 1), lineStarts.count) - 1]
  }

  private mutating func end(ofLine line: Int) -> Int {
    indexLines()
    return line < lineStarts.count ? lineStarts[max(line, 1)] - 1 : text.bytes.count
  }

  private mutating func lineNumber(ofByte offset: Int) -> Int {
    indexLines()
    var (low, high) = (0, lineStarts.count)
    while low < high {
      let middle = (low + high) / 2
      if bodyStart + text.bodyOffset(lineStarts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }

  private mutating func firstText(inLine line: Int) -> Int {
    let (start, end) = (start(ofLine: line), end(ofLine: line))
    let base = text.bytes.startIndex
    return (start..<max(start, end)).first { ![0x20, 0x09, 0x3E].contains(text.bytes[base + $0]) } ?? start
  }

  /// The occurrence nearest to a column of a line, else the first in the lines behind it.
  private mutating func find(_ needle: [UInt8], line: Int, column: Int, through last: Int) -> Int? {
    guard !needle.isEmpty else { return nil }
    let expected = start(ofLine: line) + column
    if let nearest = occurrences(of: needle, inLine: line).min(by: { abs($0 - expected) < abs($1 - expected) }
    ) {
      return nearest
    }
    guard line < last else { return nil }
    for next in (line + 1)...min(last, line + 1000) {
      if let first = occurrences(of: needle, inLine: next).first { return first }
    }
    return nil
  }

  private mutating func occurrences(of needle: [UInt8], inLine line: Int) -> [Int] {
    let base = text.bytes.startIndex
    let slice = text.bytes[(base + start(ofLine: line))..<(base + end(ofLine: line))]
    var found: [Int] = []
    var from = slice.startIndex
    while let index = slice.firstIndex(of: needle, from: from) {
      found.append(index - base)
      from = index + needle.count
    }
    return found
  }
}
