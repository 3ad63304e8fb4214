/// Finds the fragments of a template's programs.
struct FragmentFinder {
  let programs: [[Operation]]
  var numbers: FragmentNumbers

  /// The programs with their fragments marked.
  ///
  /// - Parameter frameCounts: how many objects are on the stack where each program starts.
  mutating func marked(_ frameCounts: [Int]) -> [[Operation]] {
    zip(programs, frameCounts).map { marked($0, frameCount: $1) }
  }

  private mutating func marked(_ operations: [Operation], frameCount: Int) -> [Operation] {
    var result: [Operation] = []
    var run: [Operation] = []
    let outside = [Int?](repeating: nil, count: frameCount)
    for operation in operations {
      if signature([operation], outside) != nil {
        run.append(operation)
      } else {
        appendConstants(&run, outside, to: &result)
        result.append(marked(operation, frameCount))
      }
    }
    appendConstants(&run, outside, to: &result)
    return result
  }

  /// Literals alone are not worth a look into the cache.
  private mutating func appendConstants(
    _ run: inout [Operation], _ outside: [Int?], to result: inout [Operation]
  ) {
    defer { run = [] }
    guard run.contains(where: { !$0.isLiteral }), let signature = signature(run, outside) else {
      result += run
      return
    }
    result.append(.fragment(Fragment(number: numbers.constant(signature), numbering: nil), run))
  }

  private mutating func marked(_ operation: Operation, _ frameCount: Int) -> Operation {
    switch operation {
    case .section(let reference, let kind, let content):
      if case .list(let schema) = kind, reference.access.isRepeating, let numbering = schema().numbering,
        let signature = signature(content, [Int?](repeating: nil, count: frameCount) + [0])
      {
        let fragment = Fragment(number: numbers.item(signature), numbering: numbering)
        return .section(reference, kind, [.fragment(fragment, content)])
      }
      return .section(reference, kind, marked(content, frameCount: frameCount + 1))
    case .test(let reference, let content):
      return .test(reference, marked(content, frameCount: frameCount))
    case .inverted(let reference, let content):
      return .inverted(reference, marked(content, frameCount: frameCount))
    case .literal, .escaped, .unescaped, .call, .fragment: return operation
    }
  }

  /// What operations make, told in a way in which no others that make something else are told.
  ///
  /// - Parameter frames: the objects of the fragment by their place on the stack; nil for one outside of it.
  /// - Returns: nil when it depends on an object outside.
  private func signature(_ operations: [Operation], _ frames: [Int?]) -> [UInt8]? {
    var signature = FragmentSignature(programs: programs)
    return signature.append(operations, frames) ? signature.bytes : nil
  }
}
