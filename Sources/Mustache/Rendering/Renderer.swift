/// Runs programs over a stack of objects.
struct Renderer {
  /// An object whose names can be used, with the list that was got from it last.
  private struct Frame {
    let view: any View
    var lastList: [any View] = []
    var lastListSlot: Int32 = -1
  }

  private let code: Code
  private(set) var html: [UInt8]
  private var stack: [Frame] = []
  private var depth = 0

  init(code: Code, html: [UInt8]) {
    self.code = code
    self.html = html
  }

  /// Runs the first program on an object.
  mutating func render(_ view: some View) throws(RenderFailure) {
    stack = [Frame(view: view)]
    try run(code.programs[0])
  }

  private mutating func run(_ steps: Range<Int>) throws(RenderFailure) {
    let row = code.steps
    var index = steps.lowerBound
    while index < steps.upperBound {
      let step = row[index]
      index += 1
      switch step.kind {
      case .literal: html.append(contentsOf: code.literals[Int(step.start)..<Int(step.end)])
      case .escaped: appendEscaped(value(step))
      case .unescaped: appendUnescaped(value(step))
      case .section:
        try run(index..<Int(step.end), for: value(step))
        index = Int(step.end)
      case .test, .inverted:
        if Self.isFalse(value(step)) == (step.kind == .inverted) { try run(index..<Int(step.end)) }
        index = Int(step.end)
      case .call: try call(step)
      }
    }
  }

  private mutating func call(_ step: Code.Step) throws(RenderFailure) {
    guard depth < RenderFailure.maximumDepth else { throw RenderFailure() }
    depth += 1
    defer { depth -= 1 }
    let program = code.programs[Int(step.start)]
    guard step.frame >= 0 else { return try run(program) }
    let outer = stack
    stack = code.frameLists[Int(step.frame)].map { outer[$0] }
    defer { stack = outer }
    try run(program)
  }

  private mutating func run(_ content: Range<Int>, for value: FieldValue) throws(RenderFailure) {
    guard !Self.isFalse(value) else { return }
    switch value {
    case .flag: try run(content)
    case .text(let text): try run(content, in: TextView(value: .text(text)))
    case .html(let bytes): try run(content, in: TextView(value: .html(bytes)))
    case .object(let view): if let view { try run(content, in: view) }
    case .list(let items): for item in items { try run(content, in: item) }
    }
  }

  private mutating func run(_ content: Range<Int>, in view: any View) throws(RenderFailure) {
    stack.append(Frame(view: view))
    defer { stack.removeLast() }
    try run(content)
  }

  private mutating func value(_ step: Code.Step) -> FieldValue {
    let frame = Int(step.frame)
    if step.slot == stack[frame].lastListSlot, step.slot >= 0 { return .list(stack[frame].lastList) }
    var value = stack[frame].view.value(at: Int(step.slot))
    guard step.path < 0 else {
      for slot in code.paths[Int(step.path)] {
        guard case .object(let inner?) = value else { return .text(nil) }
        value = inner.value(at: slot)
      }
      return value
    }
    if case .list(let items) = value {
      stack[frame].lastList = items
      stack[frame].lastListSlot = step.slot
    }
    return value
  }

  private static func isFalse(_ value: FieldValue) -> Bool {
    switch value {
    case .text(let text): text?.isEmpty ?? true
    case .html(let bytes): bytes?.isEmpty ?? true
    case .flag(let flag): !flag
    case .object(let view): view == nil
    case .list(let items): items.isEmpty
    }
  }

  private mutating func appendEscaped(_ value: FieldValue) {
    if case .text(let text?) = value { Mustache.appendEscaped(text, to: &html) }
  }

  private mutating func appendUnescaped(_ value: FieldValue) {
    switch value {
    case .text(let text?): html.append(contentsOf: text.utf8)
    case .html(let bytes?): html.append(contentsOf: bytes)
    default: break
    }
  }
}

/// The inside of a section over text or markup: `{{.}}` is its value.
private struct TextView: View {
  static let fields = Fields<Self>("text")

  let value: FieldValue

  func value(at slot: Int) -> FieldValue { value }
}
