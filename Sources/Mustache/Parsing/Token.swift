/// A piece of a template: text within a line, a line end, or a tag.
enum Token {
  case text(ArraySlice<UInt8>)
  /// `\n` or `\r\n`.
  case lineEnd(ArraySlice<UInt8>)
  case tag(Tag)
}

/// A tag of a template.
struct Tag {
  enum Kind {
    case variable
    /// `{{{name}}}` or `{{&name}}`.
    case unescaped
    case section
    case inverted
    case partial
    case parent
    case block
    case close
    case comment
    case delimiters
  }

  let kind: Kind
  let name: String
  let position: TemplatePosition
  /// The white space before it, when there is nothing else before it on its line.
  var indentation: [UInt8]?
  /// True when its line has nothing but it and white space, or only tags of inheritance: the line leaves no trace.
  var isStandalone = false

  /// True for the tags of which several can share a line that leaves no trace.
  var isInheritance: Bool { kind == .parent || kind == .block || kind == .close }

  /// False for what puts something in its place on the line.
  var canStandAlone: Bool { kind != .variable && kind != .unescaped }
}
