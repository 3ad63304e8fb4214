/// Programs as one row of steps.
///
/// A step is nothing but numbers and addresses: running it counts no reference. As a tree of enums, the same programs
/// took twice the time.
final class Code: Sendable {
  struct Step: Sendable {
    enum Kind: Sendable {
      /// Bytes of `literals`, from `start` to `end`.
      case literal
      case escaped
      case unescaped
      // The steps up to `end`, with the value as a further frame.
      case textSection
      case htmlSection
      case objectSection
      /// Once for each item.
      case listSection
      /// The steps up to `end`, with no further frame, if the value is not false.
      case test
      /// The steps up to `end` if the value is false.
      case inverted
      /// Program `start`, which sees the frames `frameLists[frame]`; all of them when `frame` is -1.
      case call
    }

    let kind: Kind
    var frame: Int32 = 0
    var start: Int32 = 0
    var end: Int32 = 0
    /// The fields of objects inside that object, in `paths`; -1 where there is none.
    var path: Int32 = -1
    /// Not counted, because `fields` holds it.
    var access: Unmanaged<FieldAccess>?
  }

  private let steps: FixedRow<Step>
  private let literals: FixedRow<UInt8>
  let paths: [[FieldAccess]]
  let frameLists: [[Int]]
  /// Where each program's steps are.
  let programs: [Range<Int>]
  private let fields: [FieldAccess]

  init(_ programs: [[Operation]]) {
    var assembler = Assembler()
    self.programs = programs.map { assembler.append(program: $0) }
    steps = FixedRow(assembler.steps)
    literals = FixedRow(assembler.literals)
    paths = assembler.paths
    frameLists = assembler.frameLists
    fields = assembler.fields
  }

  @inline(__always)
  func step(at index: Int) -> Step { steps.elements[index] }

  @inline(__always)
  func literal(_ step: Step) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: literals.elements[Int(step.start)..<Int(step.end)])
  }
}

/// Elements that stand still, so that reading them counts no reference.
private final class FixedRow<Element: BitwiseCopyable & Sendable>: Sendable {
  /// Written once, before any other thread sees it.
  nonisolated(unsafe) let elements: UnsafeBufferPointer<Element>

  init(_ elements: [Element]) {
    let row = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = row.initialize(from: elements)
    self.elements = UnsafeBufferPointer(row)
  }

  deinit { elements.deallocate() }
}

/// Puts operations in a row.
private struct Assembler {
  var steps: [Code.Step] = []
  var literals: [UInt8] = []
  var paths: [[FieldAccess]] = []
  var frameLists: [[Int]] = []
  var fields: [FieldAccess] = []

  mutating func append(program: [Operation]) -> Range<Int> {
    let start = steps.count
    append(program)
    return start..<steps.count
  }

  private mutating func append(_ operations: [Operation]) {
    for operation in operations {
      switch operation {
      case .literal(let text):
        let start = Int32(literals.count)
        literals += text
        steps.append(Code.Step(kind: .literal, start: start, end: Int32(literals.count)))
      case .escaped(let reference): steps.append(step(.escaped, reference))
      case .unescaped(let reference): steps.append(step(.unescaped, reference))
      case .section(let reference, let kind, let content):
        append(step(Self.section(kind), reference), over: content)
      case .test(let reference, let content): append(step(.test, reference), over: content)
      case .inverted(let reference, let content): append(step(.inverted, reference), over: content)
      case .call(let program, let frames):
        let list = frames.map { frames in
          frameLists.append(frames)
          return Int32(frameLists.count - 1)
        }
        steps.append(Code.Step(kind: .call, frame: list ?? -1, start: Int32(program)))
      }
    }
  }

  private static func section(_ kind: FieldKind) -> Code.Step.Kind {
    switch kind {
    case .text: .textSection
    case .html: .htmlSection
    case .flag: .test
    case .object: .objectSection
    case .list: .listSection
    }
  }

  private mutating func append(_ step: Code.Step, over content: [Operation]) {
    let place = steps.count
    steps.append(step)
    append(content)
    steps[place].end = Int32(steps.count)
  }

  private mutating func step(_ kind: Code.Step.Kind, _ reference: Reference) -> Code.Step {
    var step = Code.Step(kind: kind, frame: Int32(reference.frame))
    fields.append(reference.access)
    step.access = Unmanaged.passUnretained(reference.access)
    if !reference.path.isEmpty {
      paths.append(reference.path)
      step.path = Int32(paths.count - 1)
    }
    return step
  }
}
