/// Programs as one row of steps.
///
/// A step is nothing but numbers and addresses: running one counts no reference, which another thread would have to wait
/// for. As a tree of enums, the same programs took twice the time.
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
      /// Program `start`, which sees the frames in list `frame`; all of them when `frame` is -1.
      case call
      /// Constant fragment `start`, from the cache; where that has none, the steps up to `end`, and the cache keeps what they make.
      case constantFragment
      /// The same for fragment `start` about the innermost object, whose number `access` tells.
      case itemFragment
    }

    let kind: Kind
    var frame: Int32 = 0
    var start: Int32 = 0
    var end: Int32 = 0
    /// Where the fields of objects inside that object are in `fields`, one behind another, and how many they are.
    var path: Int32 = 0
    var pathLength: Int32 = 0
    /// Not counted, because `fields` holds it.
    var access: Unmanaged<FieldAccess>?
  }

  /// The rows of code, valid for as long as that.
  struct Rows: BitwiseCopyable, Sendable {
    // Written once, before any other thread sees them.
    nonisolated(unsafe) fileprivate(set) var steps: UnsafePointer<Step>
    nonisolated(unsafe) fileprivate(set) var literals: UnsafePointer<UInt8>
    nonisolated(unsafe) fileprivate(set) var fields: UnsafePointer<Unmanaged<FieldAccess>>
    /// Where each program's steps are.
    nonisolated(unsafe) fileprivate(set) var programs: UnsafePointer<Range<Int>>

    @inline(__always)
    func literal(_ step: Step) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(start: literals + Int(step.start), count: Int(step.end - step.start))
    }
  }

  let rows: Rows
  let frameLists: [[Int]]
  /// What the rows have uncounted.
  private let fields: [FieldAccess]

  init(_ programs: [[Operation]]) {
    var assembler = Assembler()
    let ranges = programs.map { assembler.append(program: $0) }
    rows = Rows(
      steps: Self.row(assembler.steps), literals: Self.row(assembler.literals),
      fields: Self.row(assembler.fields.map(Unmanaged.passUnretained)), programs: Self.row(ranges))
    frameLists = assembler.frameLists
    fields = assembler.fields
  }

  deinit {
    rows.steps.deallocate()
    rows.literals.deallocate()
    rows.fields.deallocate()
    rows.programs.deallocate()
  }

  private static func row<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
    let row = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
    for (index, element) in elements.enumerated() { (row + index).initialize(to: element) }
    return UnsafePointer(row)
  }
}

/// Puts operations in a row.
private struct Assembler {
  var steps: [Code.Step] = []
  var literals: [UInt8] = []
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
      case .fragment(let fragment, let content):
        let kind = fragment.numbering == nil ? Code.Step.Kind.constantFragment : .itemFragment
        var step = Code.Step(kind: kind, start: Int32(fragment.number))
        if let numbering = fragment.numbering { step.access = hold(numbering) }
        append(step, over: content)
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
    step.access = hold(reference.access)
    step.path = Int32(fields.count)
    step.pathLength = Int32(reference.path.count)
    fields += reference.path
    return step
  }

  private mutating func hold(_ field: FieldAccess) -> Unmanaged<FieldAccess> {
    fields.append(field)
    return Unmanaged.passUnretained(field)
  }
}
