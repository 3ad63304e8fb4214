/// Runs programs over a stack of objects.
///
/// Steps are some hundred a page, and counting a reference costs more than most of them do: what a step needs is
/// reached through addresses, which `Code` and the objects' owners keep valid.
struct Renderer: ~Copyable {
  /// An object whose names can be used. A list that was got for `{{#has_things}}` is at hand when `{{#things}}` comes
  /// next.
  private struct Frame {
    let object: UnsafeRawPointer
    var lastList: ItemList?
    var lastListField: Unmanaged<FieldAccess>?
  }

  private let code: Code
  private let rows: Code.Rows
  private let fragments: FragmentCache.Table?
  private var html = ByteBuffer()
  private var stack: [Frame] = []
  private var depth = 0

  /// - Parameter fragments: of a cache that outlives the renderer.
  init(code: Code, fragments: FragmentCache.Table?) {
    self.code = code
    rows = code.rows
    self.fragments = fragments
  }

  /// Appends what the first program makes of an object.
  mutating func render(_ view: UnsafeRawPointer, into bytes: inout [UInt8]) throws(RenderFailure) {
    stack.reserveCapacity(16)
    stack.append(Frame(object: view))
    try run(rows.programs[0])
    html.move(into: &bytes)
  }

  private mutating func run(_ steps: Range<Int>) throws(RenderFailure) {
    var index = steps.lowerBound
    while index < steps.upperBound {
      let step = rows.steps[index]
      index += 1
      switch step.kind {
      case .literal: html.append(rows.literal(step))
      case .call: try call(step)
      case .escaped, .unescaped: try append(step)
      case .test, .inverted:
        if try isFalse(step) == (step.kind == .inverted) { try run(index..<Int(step.end)) }
        index = Int(step.end)
      case .textSection, .htmlSection, .objectSection, .listSection:
        try run(index..<Int(step.end), for: step)
        index = Int(step.end)
      case .constantFragment, .itemFragment:
        try runFragment(index..<Int(step.end), of: step)
        index = Int(step.end)
      }
    }
  }

  private mutating func runFragment(_ content: Range<Int>, of step: Code.Step) throws(RenderFailure) {
    guard let fragments, let slot = slot(of: step, in: fragments) else { return try run(content) }
    if let kept = fragments.bytes(in: slot) { return html.append(kept) }
    let start = html.count
    try run(content)
    html.withBytes(from: start) { fragments.keep($0, in: slot) }
  }

  private func slot(of step: Code.Step, in fragments: FragmentCache.Table) -> FragmentCache.Slot? {
    guard let numbering = step.access else { return fragments.slot(ofConstant: Int(step.start)) }
    return numbering.number(of: stack[stack.count - 1].object)
      .flatMap { fragments.slot(of: Int(step.start), item: $0) }
  }

  private mutating func call(_ step: Code.Step) throws(RenderFailure) {
    guard depth < RenderFailure.maximumDepth else { throw RenderFailure() }
    depth += 1
    defer { depth -= 1 }
    let program = rows.programs[Int(step.start)]
    guard step.frame >= 0 else { return try run(program) }
    let outer = stack
    stack = code.frameLists[Int(step.frame)].map { outer[$0] }
    defer { stack = outer }
    try run(program)
  }

  // MARK: Values

  private mutating func append(_ step: Code.Step) throws(RenderFailure) {
    try withOwner(of: step) { renderer, owner, field throws(RenderFailure) in
      if field.isWritten {
        let start = renderer.html.count
        field.write(of: owner, to: &renderer.html)
        if step.kind == .escaped { renderer.html.escape(from: start) }
      } else if let text = field.text(of: owner) {
        renderer.html.append(text, isEscaped: step.kind == .escaped)
      } else if let bytes = field.html(of: owner) {
        bytes.withUnsafeBufferPointer { renderer.html.append($0) }
      }
    }
  }

  private mutating func isFalse(_ step: Code.Step) throws(RenderFailure) -> Bool {
    var isFalse = true
    try withOwner(of: step) { renderer, owner, field throws(RenderFailure) in
      if field.isList {
        isFalse = renderer.list(step, owner, field).map { $0.count == 0 } ?? true
      } else if field.isWritten {
        let start = renderer.html.count
        field.write(of: owner, to: &renderer.html)
        isFalse = renderer.html.count == start
        renderer.html.remove(from: start)
      } else {
        isFalse = try field.isFalse(for: owner)
      }
    }
    return isFalse
  }

  /// The text of a field that writes it, where it is asked for by itself; empty where there is none.
  private mutating func text(of owner: UnsafeRawPointer, _ field: Unmanaged<FieldAccess>) -> String {
    let start = html.count
    field.write(of: owner, to: &html)
    defer { html.remove(from: start) }
    var text = ""
    html.withBytes(from: start) { text = String(decoding: $0, as: UTF8.self) }
    return text
  }

  private mutating func list(
    _ step: Code.Step, _ owner: UnsafeRawPointer, _ field: Unmanaged<FieldAccess>
  ) -> ItemList? {
    guard step.pathLength == 0 else { return field.list(of: owner) }
    let frame = Int(step.frame)
    if let last = stack[frame].lastListField, last.toOpaque() == field.toOpaque() {
      return stack[frame].lastList
    }
    let list = field.list(of: owner)
    stack[frame].lastList = list
    stack[frame].lastListField = field
    return list
  }

  // MARK: Sections

  private mutating func run(_ content: Range<Int>, for step: Code.Step) throws(RenderFailure) {
    try withOwner(of: step) { renderer, owner, field throws(RenderFailure) in
      switch step.kind {
      case .textSection:
        let text = field.isWritten ? renderer.text(of: owner, field) : field.text(of: owner) ?? ""
        guard !text.isEmpty else { return }
        try renderer.run(content, in: text)
      case .htmlSection:
        guard let bytes = field.html(of: owner), !bytes.isEmpty else { return }
        try renderer.run(content, in: bytes)
      case .objectSection:
        _ = try field.withObject(of: owner) { object throws(RenderFailure) in
          try renderer.run(content, on: object)
        }
      default:
        try renderer.list(step, owner, field)?.visitAll { item throws(RenderFailure) in
          try renderer.run(content, on: item)
        }
      }
    }
  }

  private mutating func run<Value>(_ content: Range<Int>, in value: Value) throws(RenderFailure) {
    try withUnsafePointer(to: value) { value throws(RenderFailure) in
      try run(content, on: UnsafeRawPointer(value))
    }
  }

  private mutating func run(_ content: Range<Int>, on object: UnsafeRawPointer) throws(RenderFailure) {
    stack.append(Frame(object: object))
    defer { stack.removeLast() }
    try run(content)
  }

  // MARK: The way to a value

  /// Calls the body with the object that has the step's field; not at all where an object on the way is missing.
  @inline(__always)
  private mutating func withOwner(
    of step: Code.Step,
    _ body: (inout Renderer, UnsafeRawPointer, Unmanaged<FieldAccess>) throws(RenderFailure) -> Void
  ) throws(RenderFailure) {
    guard let field = step.access else { return }
    let object = stack[Int(step.frame)].object
    guard step.pathLength > 0 else { return try body(&self, object, field) }
    let path = UnsafeBufferPointer(start: rows.fields + Int(step.path), count: Int(step.pathLength))
    try follow(path, from: object) { renderer, owner throws(RenderFailure) in
      try body(&renderer, owner, field)
    }
  }

  private mutating func follow(
    _ path: UnsafeBufferPointer<Unmanaged<FieldAccess>>, from object: UnsafeRawPointer,
    _ body: (inout Renderer, UnsafeRawPointer) throws(RenderFailure) -> Void
  ) throws(RenderFailure) {
    guard let next = path.first else { return try body(&self, object) }
    _ = try next.withObject(of: object) { inner throws(RenderFailure) in
      try follow(UnsafeBufferPointer(rebasing: path.dropFirst()), from: inner, body)
    }
  }
}
