/// What a Range field asks of some bytes (RFC 9110, section 14).
enum ByteRange: Equatable {
  /// All of them: there is no range, or one that a server may leave aside, such as several at once.
  case whole
  case part(Range<Int>)
  case unsatisfiable

  /// - Parameters:
  ///   - field: the value of the Range field, if there is one.
  ///   - length: how many bytes there are.
  init(_ field: String?, length: Int) {
    self = .whole
    guard let field, let equals = field.firstIndex(of: "="),
      field[..<equals].lowercased() == "bytes"
    else { return }
    let bounds = field[field.index(after: equals)...].split(
      separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard bounds.count == 2, let first = Self.position(bounds[0]), let last = Self.position(bounds[1]) else {
      return
    }
    switch (first, last) {
    case (.none, .none): return
    case (.none, let suffix?):
      self = suffix == 0 || length == 0 ? .unsatisfiable : .part(max(0, length - suffix)..<length)
    case (let start?, let end):
      if let end, end < start { return }
      self = start < length ? .part(start..<min(length, end.map { $0 + 1 } ?? length)) : .unsatisfiable
    }
  }

  /// A position, nothing for an empty one; nil for what is neither, such as the start of a second range.
  private static func position(_ text: Substring) -> Int?? {
    let digits = text.trimming(" \t")
    if digits.isEmpty { return .some(nil) }
    guard digits.utf8.count <= 18, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(digits)
  }
}

extension Substring {
  fileprivate func trimming(_ characters: String) -> Substring {
    let start = drop { characters.contains($0) }
    guard let last = start.lastIndex(where: { !characters.contains($0) }) else { return "" }
    return start[...last]
  }
}
