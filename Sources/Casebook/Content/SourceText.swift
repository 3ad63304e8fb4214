/// The bytes of one text file of the archive, valid UTF-8 with `\n` line ends, and where they came from.
///
/// A class, as every document and every body has one.
package final class SourceText: Sendable {
  /// The path from the archive's root, with `/` between components.
  package let path: String
  private let text: Text
  /// True where it may have a character that YAML takes for a line end or does not allow (see `TextSurvey`).
  let isOddToYAML: Bool

  private enum Text: Sendable {
    case read([UInt8])
    case kept(Deferred<[UInt8]>)
    case part(Part)
  }

  /// What stands behind the front matter.
  private struct Part: Sendable {
    let bytes: [UInt8]
    /// Its offset in the text.
    let start: Int
    /// Of the front matter.
    let lineCount: Int
    /// The archive's, below which the file is.
    let folder: String
  }

  package init(path: String, bytes: [UInt8], isOddToYAML: Bool = true) {
    self.path = path
    text = .read(bytes)
    self.isOddToYAML = isOddToYAML
  }

  /// A text that was read before and is kept elsewhere.
  ///
  /// - Parameter bytes: fetches it, when somebody asks for it: a warm build looks at few of thousands.
  init(path: String, isOddToYAML: Bool, bytes: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    text = .kept(Deferred(bytes))
    self.isOddToYAML = isOddToYAML
  }

  private init(path: String, isOddToYAML: Bool, _ part: Part) {
    self.path = path
    self.isOddToYAML = isOddToYAML
    text = .part(part)
  }

  /// The same without what stands before an offset: that is read again from the file when somebody asks for it, which is
  /// when a place in it is to be reported.
  ///
  /// - Parameters:
  ///   - lineCount: the number of lines before the offset.
  ///   - folder: the archive's.
  func dropping(before start: Int, lineCount: Int, in folder: String) -> SourceText {
    let part = Part(bytes: Array(bytes[start...]), start: start, lineCount: lineCount, folder: folder)
    return SourceText(path: path, isOddToYAML: isOddToYAML, part)
  }

  /// The whole text. It may have to be fetched: who needs more than one look takes it once.
  package var bytes: [UInt8] {
    switch text {
    case .read(let bytes): bytes
    case .kept(let bytes): bytes.value
    case .part(let part): whole(part)
    }
  }

  /// Some bytes of the text, by their offsets in it; the indices of the slice may be other ones.
  func slice(_ range: Range<Int>) -> ArraySlice<UInt8> {
    guard case .part(let part) = text, range.lowerBound >= part.start else { return bytes[range] }
    return part.bytes[range.lowerBound - part.start..<range.upperBound - part.start]
  }

  /// With blank lines in place of the front matter where the file has become another one meanwhile.
  private func whole(_ part: Part) -> [UInt8] {
    let (bytes, start) = (part.bytes, part.start)
    let file = FileBytes.read(part.folder + "/" + path, expectedCount: start + bytes.count)
    if let file, file.count == start + bytes.count, file[start...] == bytes[...] { return file }
    let blank = [UInt8](repeating: UInt8(ascii: " "), count: start - part.lineCount)
    return blank + [UInt8](repeating: UInt8(ascii: "\n"), count: part.lineCount) + bytes
  }

  /// The text of a line (from 1) without its line end; empty when there is no such line.
  ///
  /// It walks the file from its start: lines are asked for only when something is to be reported, and fetches it first where it
  /// is not at hand.
  package func lineText(_ line: Int) -> String { Self.text(ofLine: line, in: bytes) }

  private static func text(ofLine line: Int, in bytes: [UInt8]) -> String {
    var start = 0
    for _ in 1..<max(1, line) {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return "" }
      start = end + 1
    }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The place at a line and column (from 1, in Unicode scalars) of this file.
  package func place(line: Int, column: Int, length: Int = 1) -> SourcePlace {
    SourcePlace(path: path, line: line, column: column, length: length, lineText: lineText(line))
  }

  /// The place at a mark that reading this file gave.
  package func place(_ mark: Mark) -> SourcePlace {
    place(line: Int(mark.line), column: Int(mark.column), length: Int(mark.length))
  }

  /// The place of the byte at an offset.
  package func place(byteOffset: Int, length: Int = 1) -> SourcePlace {
    let bytes = bytes
    let before = bytes[..<byteOffset]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    return SourcePlace(
      path: path, line: line, column: column, length: length, lineText: Self.text(ofLine: line, in: bytes))
  }
}

/// A line and column in a source file, small enough to keep with every value that was read.
package struct Mark: Sendable, Hashable {
  /// The line, from 1.
  package let line: Int32
  /// The column, from 1, in Unicode scalars.
  package let column: Int32
  /// The number of Unicode scalars, at least 1; a value of several lines is marked by its first scalar.
  package let length: Int32

  package init(line: Int, column: Int, length: Int = 1) {
    self.line = Int32(clamping: line)
    self.column = Int32(clamping: column)
    self.length = Int32(clamping: max(1, length))
  }

  /// The same of numbers that are known to be small and not below 1.
  init(smallLine line: Int, column: Int, length: Int) {
    self.line = Int32(truncatingIfNeeded: line)
    self.column = Int32(truncatingIfNeeded: column)
    self.length = Int32(truncatingIfNeeded: length)
  }
}

/// A value with the place that it was read from.
package struct Located<Value: Sendable>: Sendable {
  package let value: Value
  package let mark: Mark

  package init(_ value: Value, at mark: Mark) {
    self.value = value
    self.mark = mark
  }
}

/// Two are equal when their values are, wherever they stand: what a list repeats is found that way.
extension Located: Equatable where Value: Equatable {
  package static func == (left: Located, right: Located) -> Bool { left.value == right.value }
}

extension Located: Hashable where Value: Hashable {
  package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
