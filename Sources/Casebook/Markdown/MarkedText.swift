import Mustache

/// Pass 2, before parsing: the body as libcmark is given it, with marks next to `*` (see `EmphasisMarks`).
///
/// Source: CommonMark CJK-friendly Amendments Specification (tats-u/markdown-cjk-friendly), section 6.2. It only
/// changes what `*` can do between punctuation on one side and a letter on the other; `_` comes out the same.
struct MarkedText {
  let bytes: ArraySlice<UInt8>
  /// Nil when no mark was put in.
  let marks: EmphasisMarks?
  /// Where the marks stand in `bytes`, counted from its start, in order.
  private let insertions: [Int]

  let hasStars: Bool
  /// True where a character is written by its number, `&#…;`.
  let hasReferences: Bool

  init(_ body: ArraySlice<UInt8>) {
    (hasStars, hasReferences) = body.withUnsafeBufferPointer { bytes in
      (
        bytes.firstIndex(ofByte: UInt8(ascii: "*")) != nil,
        bytes.hasPair(UInt8(ascii: "&"), UInt8(ascii: "#"))
      )
    }
    guard hasStars, let marks = EmphasisMarks(absentFrom: body, hasReference: hasReferences) else {
      (bytes, marks, insertions) = (body, nil, [])
      return
    }
    var writer = Writer(body, marks)
    writer.write()
    bytes = writer.insertions.isEmpty ? body : writer.output[...]
    self.marks = writer.insertions.isEmpty ? nil : marks
    insertions = writer.insertions
  }

  /// The offset in the body of what stands at an offset of `bytes`, both counted from the start.
  func bodyOffset(_ offset: Int) -> Int {
    var (low, high) = (0, insertions.count)
    while low < high {
      let middle = (low + high) / 2
      if insertions[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return offset - 3 * low
  }

  private struct Writer {
    let body: ArraySlice<UInt8>
    let marks: EmphasisMarks
    var output: [UInt8] = []
    var insertions: [Int] = []

    init(_ body: ArraySlice<UInt8>, _ marks: EmphasisMarks) {
      self.body = body
      self.marks = marks
      output.reserveCapacity(body.count + 64)
    }

    mutating func write() {
      var index = body.startIndex
      while index < body.endIndex {
        let next = nextSign(from: index)
        output.append(contentsOf: body[index..<next])
        guard next < body.endIndex else { return }
        index = body[next] == UInt8(ascii: "*") ? writeRun(at: next) : writeEscape(at: next)
      }
    }

    /// Where the next `*` or `\` stands.
    private func nextSign(from start: Int) -> Int {
      body.withUnsafeBufferPointer { bytes in
        let offset = bytes.firstIndex(from: start - body.startIndex) {
          $0.marks(of: UInt8(ascii: "*")) .| $0.marks(of: UInt8(ascii: "\\"))
        }
        return body.startIndex + offset
      }
    }

    private mutating func insert(_ mark: [UInt8]) {
      insertions.append(output.count)
      output.append(contentsOf: mark)
    }

    private mutating func writeEscape(at index: Int) -> Int {
      let end = min(index + 2, body.endIndex)
      output.append(contentsOf: body[index..<end])
      if end == index + 2, body[index + 1] == UInt8(ascii: "*") { insert(marks.escape) }
      return end
    }

    private mutating func writeRun(at start: Int) -> Int {
      var end = start
      while end < body.endIndex, body[end] == UInt8(ascii: "*") { end += 1 }
      let neighbours = RunNeighbours(of: start..<end, in: body)
      if neighbours.needsMarkBefore { insert(marks.flank) }
      output.append(contentsOf: body[start..<end])
      if neighbours.needsMarkAfter { insert(marks.flank) }
      return end
    }
  }
}

/// The characters around a run of `*`.
private struct RunNeighbours {
  private enum Kind {
    case space
    case punctuation
    case letter
  }

  private var before = Kind.space
  private var after = Kind.space
  private var isBesideCJK = false

  init(of run: Range<Int>, in bytes: ArraySlice<UInt8>) {
    guard let left = UTF8Scalars.scalar(before: run.lowerBound, in: bytes),
      let right = UTF8Scalars.scalar(at: run.upperBound, in: bytes)
    else { return }
    before = Self.kind(of: left)
    after = Self.kind(of: right)
    guard before != .space, after != .space, before != after else { return }
    isBesideCJK = CharacterClass.isCJK(right) || Self.endsInCJK(left, run.lowerBound, bytes)
  }

  /// Right of a letter and left of punctuation, one of which is CJK: the run can also open.
  var needsMarkBefore: Bool { isBesideCJK && before == .letter && after == .punctuation }
  /// Right of punctuation and left of a letter, one of which is CJK: the run can also close.
  var needsMarkAfter: Bool { isBesideCJK && before == .punctuation && after == .letter }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    if CharacterClass.isWhitespace(scalar) { return .space }
    return CharacterClass.isPunctuation(scalar) ? .punctuation : .letter
  }

  /// The amendment's "CJK sequence": a CJK character, perhaps with a variation selector behind it.
  private static func endsInCJK(_ last: Unicode.Scalar, _ end: Int, _ bytes: ArraySlice<UInt8>) -> Bool {
    switch last.value {
    case 0xE0100...0xE01EF: true
    case 0xFE00...0xFE0E:
      UTF8Scalars.start(before: end, in: bytes)
        .flatMap { UTF8Scalars.scalar(before: $0, in: bytes) }.map(CharacterClass.isCJK) ?? false
    default: CharacterClass.isCJK(last)
    }
  }
}
