/// Parses a template into nodes.
struct Parser {
  /// Deeper nesting is a mistake; the bound keeps recursion over nodes from running out of stack.
  private static let maximumDepth = 100

  private let template: String
  /// Lines in the order of the template, flattened: what the output has, and tags.
  private var items: [Item] = []
  private var index = 0

  private enum Item {
    case node(Node)
    case tag(Tag)
  }

  /// Parses the bytes of a template.
  ///
  /// - Parameter name: the name by which it is included, and which errors carry.
  static func parse(_ bytes: [UInt8], name: String) throws(TemplateError) -> ParsedTemplate {
    var parser = Parser(template: name)
    parser.addLines(try Tokenizer.tokens(of: bytes, template: name)[...])
    let nodes = try parser.nodes(until: nil, depth: 0)
    return ParsedTemplate(name: name, nodes: nodes)
  }

  private init(template: String) {
    self.template = template
  }

  private mutating func addLines(_ tokens: ArraySlice<Token>) {
    var rest = tokens
    while !rest.isEmpty {
      let end = rest.firstIndex { if case .lineEnd = $0 { true } else { false } }
      if let end, case .lineEnd(let bytes) = rest[end] {
        add(Line(rest[..<end], end: bytes))
        rest = rest[(end + 1)...]
      } else {
        add(Line(rest, end: []))
        return
      }
    }
  }

  private mutating func add(_ line: Line) {
    let isStandalone = line.isStandalone
    if !isStandalone {
      items.append(
        .node(
          .lineStart(indentation: line.indentation, isBlank: line.tokens.isEmpty && line.indentation.isEmpty))
      )
    }
    var isFirst = true
    for (token, isInsideParent) in line.pieces {
      let leavesNoTrace = isStandalone && !isInsideParent
      switch token {
      case .text(let text): if !leavesNoTrace { items.append(.node(.literal(Array(text)))) }
      case .tag(var tag):
        tag.isStandalone = leavesNoTrace
        tag.indentation = isFirst ? line.indentation : nil
        items.append(.tag(tag))
      case .lineEnd: break
      }
      isFirst = isFirst && leavesNoTrace
    }
    if !isStandalone, !line.end.isEmpty { items.append(.node(.literal(Array(line.end)))) }
  }

  /// The nodes up to the tag that closes `open`, or up to the end.
  private mutating func nodes(until open: Tag?, depth: Int) throws(TemplateError) -> [Node] {
    var nodes: [Node] = []
    while index < items.count {
      let item = items[index]
      index += 1
      switch item {
      case .node(let node): nodes.append(node)
      case .tag(let tag):
        if tag.kind == .close {
          try check(tag, closes: open)
          return nodes
        }
        if let node = try node(tag, depth: depth) { nodes.append(node) }
      }
    }
    guard let open else { return nodes }
    throw error("'\(open.name)' is not closed", at: open, hint: "add {{/\(open.name)}}")
  }

  private func check(_ tag: Tag, closes open: Tag?) throws(TemplateError) {
    guard let open else {
      throw error(
        "{{/\(tag.name)}} closes nothing", at: tag, hint: "remove it, or open '\(tag.name)' before it")
    }
    guard tag.name == open.name else {
      throw error(
        "{{/\(tag.name)}} stands where '\(open.name)' of line \(open.position.line) is open", at: tag,
        hint: "close '\(open.name)' first")
    }
  }

  private mutating func node(_ tag: Tag, depth: Int) throws(TemplateError) -> Node? {
    guard depth < Self.maximumDepth else {
      throw error("nested deeper than \(Self.maximumDepth) levels", at: tag, hint: "use partials")
    }
    switch tag.kind {
    case .variable: return .variable(name: tag.name, isEscaped: true, tag.position)
    case .unescaped: return .variable(name: tag.name, isEscaped: false, tag.position)
    case .section, .inverted:
      let content = try nodes(until: tag, depth: depth + 1)
      return .section(name: tag.name, isInverted: tag.kind == .inverted, content, tag.position)
    case .partial: return .partial(inclusion(tag))
    case .parent:
      let content = try nodes(until: tag, depth: depth + 1)
      let blocks = content.compactMap { if case .block(let block) = $0 { block } else { nil } }
      return .parent(inclusion(tag), arguments: blocks, hasOtherContent: content.contains(where: \.isVisible))
    case .block:
      let startsOnNextLine = tag.isStandalone
      let content = try nodes(until: tag, depth: depth + 1)
      return .block(
        Block(
          name: tag.name, position: tag.position, nodes: content, indentation: tag.indentation ?? [],
          isInline: !startsOnNextLine, id: "\(template):\(tag.position.line):\(tag.position.column)"))
    case .comment, .delimiters, .close: return nil
    }
  }

  private func inclusion(_ tag: Tag) -> Inclusion {
    Inclusion(
      name: tag.name, position: tag.position, indentation: tag.isStandalone ? tag.indentation ?? [] : [])
  }

  private func error(_ message: String, at tag: Tag, hint: String) -> TemplateError {
    TemplateError(code: .syntax, template: template, position: tag.position, message: message, hint: hint)
  }
}

extension Node {
  /// True for what would show, if it stood outside of a parent.
  fileprivate var isVisible: Bool {
    switch self {
    case .lineStart, .block: false
    case .literal(let text): !text.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    case .variable, .section, .partial, .parent: true
    }
  }
}
