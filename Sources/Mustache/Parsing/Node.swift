/// A parsed template.
struct ParsedTemplate: Sendable {
  let name: String
  let nodes: [Node]
}

/// A node of a parsed template.
indirect enum Node: Sendable {
  /// The start of a line that the output has too, with its white space; blank when nothing else is on it.
  case lineStart(indentation: [UInt8], isBlank: Bool)
  case literal([UInt8])
  case variable(name: String, isEscaped: Bool, TemplatePosition)
  case section(name: String, isInverted: Bool, [Node], TemplatePosition)
  case partial(Inclusion)
  /// A parent with the blocks that it is given; `hasOtherContent` when there is more between its tags.
  case parent(Inclusion, arguments: [Block], hasOtherContent: Bool)
  case block(Block)
}

/// Another template in place of a tag.
struct Inclusion: Sendable {
  let name: String
  let position: TemplatePosition
  /// What is put before each line of the template: the tag's own white space, if it is alone on its line.
  let indentation: [UInt8]
}

/// A block: a part of a template that can be replaced, or what replaces it.
struct Block: Sendable {
  let name: String
  let position: TemplatePosition
  let nodes: [Node]
  /// The white space before its tag, when there is nothing else before it on its line.
  let indentation: [UInt8]
  /// True when its text starts on the tag's own line.
  let isInline: Bool

  /// What tells it from every other block of a library.
  let id: String

  /// The white space with which its own text starts; nil when that starts on the tag's line.
  var ownIndentation: [UInt8]? {
    for node in nodes {
      switch node {
      case .lineStart(let indentation, isBlank: false): return indentation
      case .lineStart: continue
      case .block(let block) where !block.isInline: return block.indentation
      default: return nil
      }
    }
    return nil
  }
}
