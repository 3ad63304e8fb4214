import CCmark
import Mustache

/// Pass 6: a fenced block whose info string starts with `csv` becomes a table; the rest of the info string is its
/// caption.
struct TablePass {
  static func isTable(_ node: MarkdownNode) -> Bool {
    MarkdownNode.withBytes(cmark_node_get_fence_info(node.pointer)) { info in
      info.count >= 3 && zip(info, "csv".utf8).allSatisfy { $0 | 0x20 == $1 }
        && (info.count == 3 || info[3] <= 0x20)
    }
  }

  func run(on nodes: [MarkdownNode], _ findings: inout MarkdownFindings) {
    for node in nodes {
      let text = node.literal
      do throws(CommaSeparatedText.Fault) {
        let rows = try CommaSeparatedText.rows(of: text)
        guard let block = MarkdownNode(new: CMARK_NODE_CUSTOM_BLOCK) else { continue }
        block.setOnEnter(TableMarkup(caption: Self.caption(info: node.fenceInfo), rows: rows).html)
        node.replace(with: block)
      } catch {
        report(error, in: text, of: node, &findings)
      }
    }
  }

  /// What stands behind `csv`.
  private static func caption(info: [UInt8]) -> [UInt8] {
    var caption = info.dropFirst(3).drop { $0 <= 0x20 }
    while let last = caption.last, last <= 0x20 { caption.removeLast() }
    return Array(caption)
  }

  /// The columns of a quoted block start behind what quotes it; the ends of its lines are those of the file's.
  private func report(
    _ fault: CommaSeparatedText.Fault, in text: [UInt8], of node: MarkdownNode,
    _ findings: inout MarkdownFindings
  ) {
    let finding = MarkdownFindings.Finding(
      severity: .error, code: .invalidTable, message: fault.message, hint: fault.hint)
    guard !text.isEmpty else { return findings.report(finding, [], in: node) }
    let line = text[..<fault.offset].count { $0 == UInt8(ascii: "\n") }
    let end = text[fault.offset...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
    findings.report(finding, line: node.startLine + 1 + line, bytesFromEnd: end - fault.offset)
  }
}

/// A table as HTML: it scrolls sideways by itself, and can be scrolled by key.
struct TableMarkup {
  let caption: [UInt8]
  let rows: [[[UInt8]]]

  var html: [UInt8] {
    var buffer = ByteBuffer(capacity: 1 << 10)
    append(to: &buffer)
    var html: [UInt8] = []
    buffer.move(into: &html)
    return html
  }

  private func append(to html: inout ByteBuffer) {
    html.append("<figure class=\"table-figure\">\n<div class=\"table-scroll\" tabindex=\"0\"")
    if !caption.isEmpty {
      html.append(" role=\"region\" aria-label=\"")
      Self.append(caption[...], to: &html)
      html.append(UInt8(ascii: "\""))
    }
    html.append(">\n<table>\n")
    if !caption.isEmpty { appendElement("<caption>", caption, "</caption>\n", to: &html) }
    appendRows(to: &html)
    html.append("</table>\n</div>\n</figure>")
  }

  private func appendRows(to html: inout ByteBuffer) {
    html.append("<thead>\n<tr>\n")
    for field in rows[0] { appendElement("<th scope=\"col\">", field, "</th>\n", to: &html) }
    html.append("</tr>\n</thead>\n<tbody>\n")
    for row in rows.dropFirst() {
      html.append("<tr>\n")
      for field in row {
        appendElement(Self.isNumber(field) ? "<td class=\"number\">" : "<td>", field, "</td>\n", to: &html)
      }
      html.append("</tr>\n")
    }
    html.append("</tbody>\n")
  }

  private func appendElement(
    _ opening: StaticString, _ text: [UInt8], _ closing: StaticString, to html: inout ByteBuffer
  ) {
    html.append(opening)
    var start = 0
    while let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) {
      Self.append(text[start..<end], to: &html)
      html.append("<br>")
      start = end + 1
    }
    Self.append(text[start...], to: &html)
    html.append(closing)
  }

  private static func append(_ text: ArraySlice<UInt8>, to html: inout ByteBuffer) {
    text.withUnsafeBufferPointer { html.append($0, isEscaped: true) }
  }

  /// `1,234`, `約56.7％`, `-3`, `１２０人`: digits, separators and signs, with at most one letter on either side.
  static func isNumber(_ field: [UInt8]) -> Bool {
    // A digit is of ASCII, or of full width, which starts with EF: most words have neither.
    guard field.contains(where: { (0x30...0x39).contains($0) || $0 == 0xEF }) else { return false }
    let scalars = Array(String(decoding: field, as: UTF8.self).unicodeScalars)
      .drop { CharacterClass.isWhitespace($0) }
    guard let first = scalars.firstIndex(where: isDigit), let last = scalars.lastIndex(where: isDigit) else {
      return false
    }
    return first - scalars.startIndex <= 1 && scalars.endIndex - last <= 2
      && scalars[first...last].allSatisfy { isDigit($0) || ",.，．".unicodeScalars.contains($0) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }
}
