/// What a part of a template makes, as bytes that two parts share only when they make the same.
struct FragmentSignature {
  /// Calls inside one another; a partial that includes itself goes deeper, and has no signature.
  private static let maximumDepth = 20

  private let programs: [[Operation]]
  private(set) var bytes: [UInt8] = []
  private var depth = 0

  init(programs: [[Operation]]) {
    self.programs = programs
  }

  private enum Tag: UInt8 {
    case literal, escaped, unescaped, section, test, inverted, end
  }

  /// Appends operations.
  ///
  /// - Parameter frames: the part's own objects, by their place on the program's stack, each by its number within the
  ///   part; nil for one outside.
  /// - Returns: false when the operations depend on an object outside, unless only on what all pages have in common.
  mutating func append(_ operations: [Operation], _ frames: [Int?]) -> Bool {
    operations.allSatisfy { append($0, frames) }
  }

  private mutating func append(_ operation: Operation, _ frames: [Int?]) -> Bool {
    switch operation {
    case .literal(let text):
      append(.literal, text.count)
      bytes += text
      return true
    case .escaped(let reference): return append(.escaped, reference, frames)
    case .unescaped(let reference): return append(.unescaped, reference, frames)
    case .section(let reference, _, let content):
      let item = (frames.lazy.compactMap(\.self).max() ?? -1) + 1
      return append(.section, reference, frames, content, frames + [item])
    case .test(let reference, let content): return append(.test, reference, frames, content, frames)
    case .inverted(let reference, let content): return append(.inverted, reference, frames, content, frames)
    case .call(let program, let kept):
      guard depth < Self.maximumDepth else { return false }
      depth += 1
      defer { depth -= 1 }
      return append(programs[program], kept.map { $0.map { frames[$0] } } ?? frames)
    case .fragment(_, let content): return append(content, frames)
    }
  }

  private mutating func append(
    _ tag: Tag, _ reference: Reference, _ frames: [Int?], _ content: [Operation], _ inner: [Int?]
  ) -> Bool {
    guard append(tag, reference, frames) else { return false }
    append(number: inner.last.flatMap(\.self) ?? -1)
    guard append(content, inner) else { return false }
    append(.end, 0)
    return true
  }

  private mutating func append(_ tag: Tag, _ reference: Reference, _ frames: [Int?]) -> Bool {
    let isConstant = reference.access.isConstant
    guard let frame = frames[reference.frame] ?? (isConstant ? -1 : nil) else { return false }
    append(tag, frame)
    append(number: reference.path.count)
    for field in reference.path + [reference.access] {
      append(number: Int(bitPattern: Unmanaged.passUnretained(field).toOpaque()))
    }
    return true
  }

  private mutating func append(_ tag: Tag, _ number: Int) {
    bytes.append(tag.rawValue)
    append(number: number)
  }

  private mutating func append(number: Int) {
    withUnsafeBytes(of: number) { bytes += $0 }
  }
}
