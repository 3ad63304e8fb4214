import CCmark

/// Pass 5: headings get ids and their place under the page's own heading.
struct HeadingPass {
  private let options: MarkdownOptions
  private(set) var ids: Set<String>
  /// The number that the next heading of a text tries first: a thousand equal headings are not tried a million times.
  private var nextNumbers: [String: Int] = [:]

  init(_ options: MarkdownOptions) {
    self.options = options
    ids = options.reservedIDs
  }

  mutating func run(on headings: [MarkdownNode]) {
    guard let top = headings.map(Self.level).min() else { return }
    for heading in headings {
      let level = min(6, Self.level(heading) - top + options.topLevel)
      let id = uniqueID(options.idPrefix + HeadingIdentifier.make(PlainText.of(heading)))
      Self.replace(heading, level: level, id: id)
    }
  }

  private static func level(_ heading: MarkdownNode) -> Int {
    Int(cmark_node_get_heading_level(heading.pointer))
  }

  /// libcmark has no attributes: a custom inline node writes the tags, in a custom block, which only ends the line.
  private static func replace(_ heading: MarkdownNode, level: Int, id: String) {
    guard let block = MarkdownNode(new: CMARK_NODE_CUSTOM_BLOCK),
      let content = MarkdownNode(new: CMARK_NODE_CUSTOM_INLINE)
    else { return }
    block.append(content)
    while let child = heading.firstChild { content.append(child) }
    var tag = Array("<h\(level) id=\"".utf8)
    HTMLText.append(id.utf8, to: &tag)
    content.setOnEnter(tag + Array("\">".utf8))
    content.setOnExit("</h\(level)>".utf8)
    heading.replace(with: block)
  }

  private mutating func uniqueID(_ base: String) -> String {
    var id = base
    var number = nextNumbers[base] ?? 2
    while !ids.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    nextNumbers[base] = number
    return id
  }
}

/// The id of a heading: its text in small letters, `-` for white space, letters, digits and marks of any script.
enum HeadingIdentifier {
  static func make(_ text: String) -> String {
    var id = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if CharacterClass.isWhitespace(scalar) {
        if let last = id.last, last != "-" { id.append("-") }
      } else if isKept(scalar) {
        id.append(scalar)
      }
    }
    while id.last == "-" { id.removeLast() }
    return id.isEmpty ? "section" : String(id)
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return scalar == "-" || scalar == "_"
    }
  }
}
