/// Compiles one template and all that it includes into programs.
///
/// A program is a template in one scope, with one indentation and one set of blocks. Programs are kept by
/// these, so that a partial that includes itself is a call to itself.
struct Compiler {
  /// More inclusions inside one another are a circle that never comes back to the same program.
  private static let maximumInclusions = 100

  let library: TemplateLibrary
  let isLenient: Bool
  private(set) var programs: [[Operation]] = []
  /// How many objects are on the stack where each program starts.
  private(set) var frameCounts: [Int] = []
  private(set) var errors: [TemplateError] = []
  private var indexes: [String: Int] = [:]
  private var inclusionDepth = 0

  init(library: TemplateLibrary, isLenient: Bool) {
    self.library = library
    self.isLenient = isLenient
  }

  /// What holds for the nodes of one place.
  private struct Place {
    /// The name of the template in which they are written.
    var template: String
    var scope: Scope
    /// Put before each line.
    var indentation: [UInt8] = []
    /// How much of a line's own white space is left out.
    var strip = 0
    /// The blocks that replace those of their names.
    var blocks: [String: (block: Block, template: String)] = [:]
  }

  /// Compiles a template as program 0.
  mutating func compileEntry(_ name: String, scope: Scope) {
    guard let template = library.templates[name] else { return }
    programs.append([])
    frameCounts.append(scope.frames.count)
    programs[0] = operations(template.nodes, Place(template: name, scope: scope))
  }

  private mutating func operations(_ nodes: [Node], _ place: Place, isInline: Bool = false) -> [Operation] {
    var operations: [Operation] = []
    for (index, node) in nodes.enumerated() {
      // What replaces an inline block goes on on a line that has started already.
      if isInline, index == 0, case .lineStart = node { continue }
      append(node, place, to: &operations)
    }
    return operations
  }

  private mutating func append(_ node: Node, _ place: Place, to operations: inout [Operation]) {
    switch node {
    case .lineStart(let indentation, let isBlank):
      if !isBlank { append(place.indentation + indentation.dropFirst(place.strip), to: &operations) }
    case .literal(let text): append(text, to: &operations)
    case .variable(let name, let isEscaped, let position):
      append(variable: name, isEscaped: isEscaped, position, place, to: &operations)
    case .section(let name, let isInverted, let content, let position):
      append(section: name, isInverted: isInverted, content, position, place, to: &operations)
    case .partial(let inclusion): append(inclusion, blocks: place.blocks, place, to: &operations)
    case .parent(let inclusion, let arguments, let hasOtherContent):
      append(parent: inclusion, arguments, hasOtherContent: hasOtherContent, place, to: &operations)
    case .block(let block): append(block, place, to: &operations)
    }
  }

  /// Neighbouring literals are one.
  private func append(_ text: [UInt8], to operations: inout [Operation]) {
    guard !text.isEmpty else { return }
    if case .literal(let before)? = operations.last {
      operations[operations.count - 1] = .literal(before + text)
    } else {
      operations.append(.literal(text))
    }
  }

  private mutating func append(
    variable name: String, isEscaped: Bool, _ position: TemplatePosition, _ place: Place,
    to operations: inout [Operation]
  ) {
    guard let (reference, kind) = resolve(name, position, place) else { return }
    switch kind {
    case .text where isEscaped: operations.append(.escaped(reference))
    case .text where isLenient: operations.append(.unescaped(reference))
    case .html where !isEscaped: operations.append(.unescaped(reference))
    case .text:
      report(
        .wrongKind, "'\(name)' is text and would not be escaped", position, place, hint: "write {{\(name)}}")
    case .html:
      report(
        .wrongKind, "'\(name)' is HTML and would be escaped", position, place, hint: "write {{{\(name)}}}")
    case .flag, .object, .list:
      if isLenient { return }
      report(
        .wrongKind, "'\(name)' is \(Self.article(kind)) and cannot be shown as text", position, place,
        hint: "write {{#\(name)}}…{{/\(name)}}")
    }
  }

  private static func article(_ kind: FieldKind) -> String {
    if case .object = kind { "an object" } else { "a \(kind.word)" }
  }

  private mutating func append(
    section name: String, isInverted: Bool, _ content: [Node], _ position: TemplatePosition, _ place: Place,
    to operations: inout [Operation]
  ) {
    guard let (reference, kind) = resolve(name, position, place) else {
      // Lenient: what does not exist is false. Strict: the content is compiled for its own errors.
      let inside = self.operations(content, place)
      if isInverted { operations += inside }
      return
    }
    guard !isInverted else {
      return operations.append(.inverted(reference, self.operations(content, place)))
    }
    var inner = place
    switch kind {
    case .flag: return operations.append(.test(reference, self.operations(content, place)))
    case .text: inner.scope = place.scope.adding(.text)
    case .html: inner.scope = place.scope.adding(.html)
    case .object(let schema), .list(let schema): inner.scope = place.scope.adding(.object(schema()))
    }
    operations.append(.section(reference, kind, self.operations(content, inner)))
  }

  private mutating func append(
    _ inclusion: Inclusion, blocks: [String: (block: Block, template: String)], _ place: Place,
    to operations: inout [Operation]
  ) {
    guard library.templates[inclusion.name] != nil else { return reportUnknown(inclusion, place) }
    let (scope, kept) = place.scope.reduced()
    let indentation =
      inclusion.indentation.isEmpty
      ? [] : place.indentation + inclusion.indentation.dropFirst(place.strip)
    let inner = Place(template: inclusion.name, scope: scope, indentation: indentation, blocks: blocks)
    guard let program = program(inner, includedAt: inclusion.position, in: place) else { return }
    operations.append(.call(program: program, frames: kept))
  }

  /// The program of a template in a place, compiled when it is first asked for.
  private mutating func program(
    _ inner: Place, includedAt position: TemplatePosition, in place: Place
  ) -> Int? {
    let blocks = inner.blocks.values.map(\.block.id).sorted().joined(separator: ",")
    let key = [inner.template, inner.scope.key, blocks, String(decoding: inner.indentation, as: UTF8.self)]
      .joined(separator: "\u{0}")
    if let index = indexes[key] { return index }
    guard inclusionDepth < Self.maximumInclusions else {
      report(
        .syntax, "'\(inner.template)' includes itself without an end", position, place,
        hint: "a partial that includes itself must not be indented or replace blocks on the way")
      return nil
    }
    let index = programs.count
    indexes[key] = index
    programs.append([])
    frameCounts.append(inner.scope.frames.count)
    inclusionDepth += 1
    programs[index] = operations(library.templates[inner.template]?.nodes ?? [], inner)
    inclusionDepth -= 1
    return index
  }

  private mutating func append(
    parent inclusion: Inclusion, _ arguments: [Block], hasOtherContent: Bool, _ place: Place,
    to operations: inout [Operation]
  ) {
    if !isLenient { check(inclusion, arguments, hasOtherContent: hasOtherContent, place) }
    var blocks: [String: (block: Block, template: String)] = [:]
    for argument in arguments { blocks[argument.name] = (argument, place.template) }
    // What was given from further out counts more (spec: multi-level inheritance).
    blocks.merge(place.blocks) { _, outer in outer }
    append(inclusion, blocks: blocks, place, to: &operations)
  }

  private mutating func check(
    _ inclusion: Inclusion, _ arguments: [Block], hasOtherContent: Bool, _ place: Place
  ) {
    if hasOtherContent {
      report(
        .syntax, "'\(inclusion.name)' has content outside of its blocks, which shows nowhere",
        inclusion.position,
        place, hint: "put it into a block {{$name}}…{{/name}}")
    }
    let declared = library.blockNames(of: inclusion.name)
    guard library.templates[inclusion.name] != nil else { return }
    for argument in arguments where !declared.contains(argument.name) {
      report(
        .unknownBlock, "'\(inclusion.name)' has no block '\(argument.name)'", argument.position, place,
        hint: Self.hint(argument.name, declared))
    }
  }

  private mutating func append(_ block: Block, _ place: Place, to operations: inout [Operation]) {
    guard let (replacement, template) = place.blocks[block.name] else {
      operations += self.operations(block.nodes, place)
      return
    }
    var inner = place
    inner.template = template
    let own = block.isInline ? block.indentation : block.ownIndentation ?? block.indentation
    inner.indentation = place.indentation + own.dropFirst(place.strip)
    inner.strip = replacement.ownIndentation?.count ?? 0
    for operation in self.operations(replacement.nodes, inner, isInline: block.isInline) {
      if case .literal(let text) = operation {
        append(text, to: &operations)
      } else {
        operations.append(operation)
      }
    }
  }

  private mutating func resolve(
    _ name: String, _ position: TemplatePosition, _ place: Place
  ) -> (Reference, FieldKind)? {
    switch place.scope.resolve(name) {
    case .found(let reference, let kind): return (reference, kind)
    case .unknown(let part):
      guard !isLenient else { return nil }
      let what = part == "." ? "there is no text around that '.' could mean" : "unknown name '\(part)'"
      report(.unknownName, what, position, place, hint: Self.hint(part, place.scope.names))
    case .unknownPart(let part, let schema):
      guard !isLenient else { return nil }
      report(
        .unknownName, "'\(schema.name)' has no '\(part)'", position, place,
        hint: Self.hint(part, schema.fields.map(\.name)))
    case .noObject(let part, let kind):
      guard !isLenient else { return nil }
      report(
        .wrongKind, "'\(part)' is \(Self.article(kind)) and has no parts", position, place,
        hint: "write {{#\(part)}}…{{/\(part)}} around the name, or the name alone")
    }
    return nil
  }

  private mutating func reportUnknown(_ inclusion: Inclusion, _ place: Place) {
    guard !isLenient else { return }
    report(
      .unknownPartial, "unknown partial '\(inclusion.name)'", inclusion.position, place,
      hint: Self.hint(inclusion.name, library.templates.keys.sorted()))
  }

  private mutating func report(
    _ code: TemplateError.Code, _ message: String, _ position: TemplatePosition, _ place: Place, hint: String?
  ) {
    let error = TemplateError(
      code: code, template: place.template, position: position, message: message, hint: hint)
    if !errors.contains(error) { errors.append(error) }
  }

  private static func hint(_ word: String, _ words: some Sequence<String>) -> String? {
    if let nearest = EditDistance.nearest(to: word, among: words) { return "did you mean '\(nearest)'?" }
    let known = Set(words).sorted()
    return known.isEmpty ? nil : "there is \(known.joined(separator: ", "))"
  }
}
