import CCmark

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
        block.setOnEnter(TableMarkup(caption: Self.caption(of: node), rows: rows).html)
        node.replace(with: block)
      } catch {
        report(error, in: text, of: node, &findings)
      }
    }
  }

  private static func caption(of node: MarkdownNode) -> [UInt8] {
    var caption = node.fenceInfo.dropFirst(3).drop { $0 <= 0x20 }
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
    var html = Array("<figure class=\"table-figure\">\n<div class=\"table-scroll\" tabindex=\"0\"".utf8)
    if !caption.isEmpty {
      html.append(contentsOf: " role=\"region\" aria-label=\"".utf8)
      HTMLText.append(caption, to: &html)
      html.append(UInt8(ascii: "\""))
    }
    html.append(contentsOf: ">\n<table>\n".utf8)
    if !caption.isEmpty { appendElement("caption", "", caption, to: &html) }
    appendRows(to: &html)
    html.append(contentsOf: "</table>\n</div>\n</figure>".utf8)
    return html
  }

  private func appendRows(to html: inout [UInt8]) {
    html.append(contentsOf: "<thead>\n<tr>\n".utf8)
    for field in rows[0] { appendElement("th", " scope=\"col\"", field, to: &html) }
    html.append(contentsOf: "</tr>\n</thead>\n<tbody>\n".utf8)
    for row in rows.dropFirst() {
      html.append(contentsOf: "<tr>\n".utf8)
      for field in row {
        appendElement("td", Self.isNumber(field) ? " class=\"number\"" : "", field, to: &html)
      }
      html.append(contentsOf: "</tr>\n".utf8)
    }
    html.append(contentsOf: "</tbody>\n".utf8)
  }

  private func appendElement(_ name: String, _ attributes: String, _ text: [UInt8], to html: inout [UInt8]) {
    html.append(UInt8(ascii: "<"))
    html.append(contentsOf: name.utf8)
    html.append(contentsOf: attributes.utf8)
    html.append(UInt8(ascii: ">"))
    var start = 0
    while let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) {
      HTMLText.append(text[start..<end], to: &html)
      html.append(contentsOf: "<br>".utf8)
      start = end + 1
    }
    HTMLText.append(text[start...], to: &html)
    html.append(contentsOf: "</".utf8)
    html.append(contentsOf: name.utf8)
    html.append(contentsOf: ">\n".utf8)
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
