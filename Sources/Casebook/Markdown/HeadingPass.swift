import CCmark
import Foundation

/// Pass 5: headings get ids and their place under the page's own heading.
struct HeadingPass {
  private let options: MarkdownOptions

  init(_ options: MarkdownOptions) {
    self.options = options
  }

  func run(on root: CmarkNode) {
    let headings = root.descendants.filter { $0.type == CMARK_NODE_HEADING }
    guard let top = headings.map({ cmark_node_get_heading_level($0.pointer) }).min() else { return }
    var ids = options.reservedIDs
    for heading in headings {
      let level = min(6, Int(cmark_node_get_heading_level(heading.pointer) - top) + options.topLevel)
      let id = uniqueID(PlainText.of(heading), &ids)
      replace(heading, level: level, id: id)
    }
  }

  /// libcmark has no place for an attribute: the heading is rendered by itself and put into a custom block.
  private func replace(_ heading: CmarkNode, level: Int, id: String) {
    guard let content = CmarkNode(new: CMARK_NODE_CUSTOM_INLINE),
      let block = CmarkNode(new: CMARK_NODE_CUSTOM_BLOCK)
    else { return }
    while let child = heading.firstChild { content.append(child) }
    var html = Array("<h\(level) id=\"\(id)\">".utf8)
    content.html { html.append(contentsOf: $0) }
    html.append(contentsOf: "</h\(level)>".utf8)
    cmark_node_free(content.pointer)
    cmark_node_set_on_enter(block.pointer, String(decoding: html, as: UTF8.self))
    heading.replace(with: block)
  }

  private func uniqueID(_ text: String, _ ids: inout Set<String>) -> String {
    let base = options.idPrefix + Self.identifier(text)
    var id = base
    var number = 2
    while !ids.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  /// Letters and digits of any script, `-` for runs of anything else; never empty, nothing that HTML has to escape.
  static func identifier(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.lowercased().precomposedStringWithCanonicalMapping.unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      let isMark = scalar.properties.generalCategory == .nonspacingMark
      if isLetter || isMark || scalar == "_" || scalar == "ー" {
        scalars.append(scalar)
      } else if let last = scalars.last, last != "-" {
        scalars.append("-")
      }
    }
    if scalars.last == "-" { scalars.removeLast() }
    return scalars.isEmpty ? "section" : String(scalars)
  }
}
