/// Programs as one row of steps.
///
/// A step is nothing but numbers: running it counts no reference. As a tree of enums, the same programs took twice
/// the time.
struct Code: Sendable {
  struct Step: Sendable {
    enum Kind: Sendable {
      /// Bytes of `literals`, from `start` to `end`.
      case literal
      case escaped
      case unescaped
      /// The steps up to `end`, once for each object that the value has.
      case section
      /// The steps up to `end`, with no further frame, if the value is not false.
      case test
      /// The steps up to `end` if the value is false.
      case inverted
      /// Program `start`, which sees the frames `frameLists[frame]`; all of them when `frame` is -1.
      case call
    }

    let kind: Kind
    var frame: Int32 = 0
    /// -1 for the frame itself.
    var slot: Int32 = 0
    /// The slots of objects inside that object, in `paths`; -1 where there is none.
    var path: Int32 = -1
    var start: Int32 = 0
    var end: Int32 = 0
  }

  private(set) var steps: [Step] = []
  private(set) var literals: [UInt8] = []
  private(set) var paths: [[Int]] = []
  private(set) var frameLists: [[Int]] = []
  /// Where each program's steps are.
  private(set) var programs: [Range<Int>] = []

  init(_ programs: [[Operation]]) {
    for program in programs {
      let start = steps.count
      append(program)
      self.programs.append(start..<steps.count)
    }
  }

  private mutating func append(_ operations: [Operation]) {
    for operation in operations {
      switch operation {
      case .literal(let text):
        let start = Int32(literals.count)
        literals += text
        steps.append(Step(kind: .literal, start: start, end: Int32(literals.count)))
      case .escaped(let reference): steps.append(step(.escaped, reference))
      case .unescaped(let reference): steps.append(step(.unescaped, reference))
      case .section(let reference, let content): append(step(.section, reference), over: content)
      case .test(let reference, let content): append(step(.test, reference), over: content)
      case .inverted(let reference, let content): append(step(.inverted, reference), over: content)
      case .call(let program, let frames):
        let list = frames.map { frames in
          frameLists.append(frames)
          return Int32(frameLists.count - 1)
        }
        steps.append(Step(kind: .call, frame: list ?? -1, start: Int32(program)))
      }
    }
  }

  private mutating func append(_ step: Step, over content: [Operation]) {
    let place = steps.count
    steps.append(step)
    append(content)
    steps[place].end = Int32(steps.count)
  }

  private mutating func step(_ kind: Step.Kind, _ reference: Reference) -> Step {
    var step = Step(kind: kind, frame: Int32(reference.frame), slot: reference.slot.map(Int32.init) ?? -1)
    if !reference.path.isEmpty {
      paths.append(reference.path)
      step.path = Int32(paths.count - 1)
    }
    return step
  }
}
