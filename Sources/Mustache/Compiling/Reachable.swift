extension TemplateLibrary {
  /// The names of the templates that some others include, directly or not, and of those themselves.
  package func reachable(from names: some Sequence<String>) -> Set<String> {
    var seen: Set<String> = []
    var pending = Array(names)
    while let next = pending.popLast() {
      guard seen.insert(next).inserted, let template = templates[next] else { continue }
      Self.walk(template.nodes) { node in
        switch node {
        case .partial(let inclusion), .parent(let inclusion, _, _): pending.append(inclusion.name)
        default: break
        }
      }
    }
    return seen
  }

  /// The names of the blocks that can be replaced in a template, those of what it includes among them.
  func blockNames(of name: String) -> Set<String> {
    var names: Set<String> = []
    for template in reachable(from: [name]) {
      Self.walk(templates[template]?.nodes ?? []) { node in
        if case .block(let block) = node { names.insert(block.name) }
      }
    }
    return names
  }

  /// Visits nodes and those inside them; of a parent's blocks the content only, since they are arguments.
  private static func walk(_ nodes: [Node], _ visit: (Node) -> Void) {
    for node in nodes {
      visit(node)
      switch node {
      case .block(let block): walk(block.nodes, visit)
      case .section(_, _, let content, _): walk(content, visit)
      case .parent(_, let arguments, _): for argument in arguments { walk(argument.nodes, visit) }
      case .lineStart, .literal, .variable, .partial: break
      }
    }
  }
}
