import CCmark
import Mustache

/// Pass 6: a fenced block with the info string `csv` becomes a table; what follows `csv` is its caption.
struct TablePass {
  func run(on root: CmarkNode, _ findings: inout MarkdownFindings) {
    for node in root.descendants where node.type == CMARK_NODE_CODE_BLOCK {
      let info = node.info
      let words = info.split(separator: " ", maxSplits: 1)
      guard words.first?.lowercased() == "csv" else { continue }
      replace(node, caption: words.count > 1 ? String(words[1]) : nil, &findings)
    }
  }

  private func replace(_ node: CmarkNode, caption: String?, _ findings: inout MarkdownFindings) {
    let rows: [[String]]
    do throws(CSVFailure) {
      rows = try CSVReader.rows(of: node.literal)
    } catch {
      let firstLine = node.lines.lowerBound + 1
      return findings.report(
        .invalidTable, error.message, line: firstLine + error.line, column: error.column, hint: error.hint)
    }
    guard let block = CmarkNode(new: CMARK_NODE_CUSTOM_BLOCK) else { return }
    cmark_node_set_on_enter(block.pointer, String(decoding: Self.html(rows, caption: caption), as: UTF8.self))
    node.replace(with: block)
  }

  private static func html(_ rows: [[String]], caption: String?) -> [UInt8] {
    let numeric = (0..<(rows.first?.count ?? 0)).map { column in
      rows.dropFirst().contains { !$0[column].isEmpty }
        && rows.dropFirst().allSatisfy { isNumber($0[column]) || $0[column].isEmpty }
    }
    var html = Array("<div class=\"scroll\">\n<table>\n".utf8)
    if let caption { append("caption", caption, attributes: "", to: &html) }
    html.append(contentsOf: "<thead>\n".utf8)
    for row in rows.prefix(1) { append(row, cell: "th", scope: " scope=\"col\"", numeric, to: &html) }
    html.append(contentsOf: "</thead>\n<tbody>\n".utf8)
    for row in rows.dropFirst() { append(row, cell: "td", scope: "", numeric, to: &html) }
    html.append(contentsOf: "</tbody>\n</table>\n</div>".utf8)
    return html
  }

  private static func append(
    _ row: [String], cell: String, scope: String, _ numeric: [Bool], to html: inout [UInt8]
  ) {
    html.append(contentsOf: "<tr>".utf8)
    for (text, isNumeric) in zip(row, numeric) {
      append(cell, text, attributes: scope + (isNumeric ? " class=\"numeric\"" : ""), to: &html)
    }
    html.append(contentsOf: "</tr>\n".utf8)
  }

  private static func append(_ element: String, _ text: String, attributes: String, to html: inout [UInt8]) {
    html.append(contentsOf: "<\(element)\(attributes)>".utf8)
    appendEscaped(text, to: &html)
    html.append(contentsOf: "</\(element)>".utf8)
    if element == "caption" { html.append(0x0A) }
  }

  /// `1,234`, `56.7%`, `120人`: digits first, and at most a short unit behind them.
  private static func isNumber(_ text: String) -> Bool {
    let rest = text.drop { $0.isNumber || ",.，．".contains($0) }
    return rest.startIndex != text.startIndex && rest.count <= 2 && !rest.contains(where: \.isNumber)
  }
}
