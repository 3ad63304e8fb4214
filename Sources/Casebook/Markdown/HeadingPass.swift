import CCmark

/// Pass 5: headings get ids and their place under the page's own heading.
struct HeadingPass {
  private let options: MarkdownOptions
  private(set) var ids: IdentifierSet

  init(_ options: MarkdownOptions) {
    self.options = options
    ids = options.reservedIDs
  }

  mutating func run(on headings: [MarkdownNode]) {
    guard let top = headings.map(Self.level).min() else { return }
    for heading in headings {
      let level = min(6, Self.level(heading) - top + options.topLevel)
      let id = ids.insert(options.idPrefix + HeadingIdentifier.make(PlainText.bytes(of: heading)))
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
    let digit = UInt8(ascii: "0") + UInt8(level)
    var tag: [UInt8] = []
    tag.reserveCapacity(16 + id.utf8.count)
    tag.append(contentsOf: "<h".utf8)
    tag.append(digit)
    tag.append(contentsOf: " id=\"".utf8)
    HTMLText.append(id.utf8, to: &tag)
    tag.append(contentsOf: "\">".utf8)
    content.setOnEnter(tag)
    content.setOnExit([UInt8(ascii: "<"), UInt8(ascii: "/"), UInt8(ascii: "h"), digit, UInt8(ascii: ">")])
    heading.replace(with: block)
  }
}

/// The id of a heading: its text in small letters, `-` for white space, letters, digits and marks of any script.
enum HeadingIdentifier {
  /// - Parameter text: UTF-8.
  static func make(_ text: [UInt8]) -> String {
    var id: [UInt8] = []
    id.reserveCapacity(text.count)
    var index = 0
    while let scalar = UTF8Scalars.scalar(at: index, in: text) {
      let end = index + UTF8Scalars.length(of: text[index])
      if PlainJapanese.contains(scalar), scalar != "・" {
        id.append(contentsOf: text[index..<end])
      } else if scalar.isASCII {
        append(("A"..."Z").contains(scalar) ? Unicode.Scalar(text[index] | 0x20) : scalar, to: &id)
      } else {
        for scalar in scalar.properties.lowercaseMapping.unicodeScalars { append(scalar, to: &id) }
      }
      index = end
    }
    while id.last == UInt8(ascii: "-") { id.removeLast() }
    return id.isEmpty ? "section" : String(decoding: id, as: UTF8.self)
  }

  private static func append(_ scalar: Unicode.Scalar, to id: inout [UInt8]) {
    if CharacterClass.isWhitespace(scalar) {
      if let last = id.last, last != UInt8(ascii: "-") { id.append(UInt8(ascii: "-")) }
    } else if isKept(scalar) {
      id.append(contentsOf: String(scalar).utf8)
    }
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
