/// Runs programs over a stack of objects.
struct Renderer {
  enum Frame {
    case object(any View)
    case text(String)
    case html([UInt8])
  }

  let programs: [[Operation]]
  var html: [UInt8]
  private var stack: [Frame] = []
  private var depth = 0

  init(programs: [[Operation]], html: [UInt8]) {
    self.programs = programs
    self.html = html
  }

  /// Runs a program with a stack of its own.
  mutating func run(_ program: Int, stack: [Frame]) throws(RenderFailure) {
    let outer = self.stack
    self.stack = stack
    defer { self.stack = outer }
    try run(programs[program])
  }

  private mutating func run(_ operations: [Operation]) throws(RenderFailure) {
    for operation in operations {
      switch operation {
      case .literal(let text): html.append(contentsOf: text)
      case .escaped(let reference): appendEscaped(value(reference))
      case .unescaped(let reference): appendUnescaped(value(reference))
      case .section(let reference, let content): try run(content, for: value(reference))
      case .inverted(let reference, let content): if Self.isFalse(value(reference)) { try run(content) }
      case .call(let program, let frames): try call(program, frames)
      }
    }
  }

  private mutating func call(_ program: Int, _ frames: [Int]?) throws(RenderFailure) {
    guard depth < RenderFailure.maximumDepth else { throw RenderFailure() }
    depth += 1
    defer { depth -= 1 }
    guard let frames else { return try run(programs[program]) }
    try run(program, stack: frames.map { stack[$0] })
  }

  private mutating func run(_ content: [Operation], for value: FieldValue) throws(RenderFailure) {
    guard !Self.isFalse(value) else { return }
    switch value {
    case .flag: try run(content)
    case .text(let text): try run(content, in: .text(text ?? ""))
    case .html(let bytes): try run(content, in: .html(bytes ?? []))
    case .object(let view): if let view { try run(content, in: .object(view)) }
    case .list(let items): for item in items { try run(content, in: .object(item)) }
    }
  }

  private mutating func run(_ content: [Operation], in frame: Frame) throws(RenderFailure) {
    stack.append(frame)
    defer { stack.removeLast() }
    try run(content)
  }

  private func value(_ reference: Reference) -> FieldValue {
    switch stack[reference.frame] {
    case .text(let text): return .text(text)
    case .html(let bytes): return .html(bytes)
    case .object(let view):
      guard let slot = reference.slot else { return .object(view) }
      var value = view.value(at: slot)
      for slot in reference.path {
        guard case .object(let inner?) = value else { return .text(nil) }
        value = inner.value(at: slot)
      }
      return value
    }
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
