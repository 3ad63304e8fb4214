import Foundation

// The value types that are one scalar. Each reports what is wrong with a value, and how to write it.

extension ValueType where Value == String {
  /// A single value as text; what is around it is trimmed, line breaks inside become spaces.
  static func text(maximumLength: Int = 1000) -> ValueType {
    ValueType(.text(maximumLength: maximumLength)) { node, context in
      guard let text = node.text(&context) else { return nil }
      let trimmed = context.yaml.withText(of: node, isOneTrimmedLine) ? text : text.onOneTrimmedLine
      guard !trimmed.isEmpty else {
        context.error(.emptyValue, "the text is empty", at: node.mark, hint: "write it, or remove the key")
        return nil
      }
      guard trimmed.utf8.count <= maximumLength || trimmed.unicodeScalars.count <= maximumLength else {
        context.error(
          .valueTooLong, "the text has \(trimmed.unicodeScalars.count) characters", at: node.mark,
          hint: "it can have at most \(maximumLength)")
        return nil
      }
      return trimmed
    }
  }

  /// The fast path, by bytes: true where `onOneTrimmedLine` certainly is the same text.
  private static func isOneTrimmedLine(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = UTF8Scalars.start(before: text.count, in: text) else { return false }
    return isVisible(at: 0, text) && isVisible(at: start, text)
      && text.firstIndex(from: 0) { block in
        block.marks(below: 0x20) .| block.marks(of: 0xC2) .| block.marks(of: 0xE2)
      } == text.count
  }

  /// True for visible ASCII and what follows the ideographic space, which is E3 80 80. Of the rest only what starts with the bytes
  /// C2, E1 and E2 is white space.
  private static func isVisible(at index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let lead = text[index]
    guard lead >= 0xE3 else { return lead > 0x20 && lead < 0x7F }
    return lead > 0xE3 || index + 2 < text.count && (text[index + 1] != 0x80 || text[index + 2] != 0x80)
  }
}

extension String {
  /// Without white space around it, and with spaces for line breaks.
  fileprivate var onOneTrimmedLine: String {
    split(whereSeparator: \.isNewline).joined(separator: " ").trimmingCharacters(in: .whitespaces)
  }
}

extension ValueType where Value == Bool {
  static var boolean: ValueType {
    ValueType(.boolean) { node, context in
      guard let text = node.text(&context) else { return nil }
      switch (text, node.isPlain) {
      case ("true", true): return true
      case ("false", true): return false
      default:
        context.error(
          .wrongType, "'\(text)' is not true or false", at: node.mark, hint: "write true or false")
        return nil
      }
    }
  }
}

extension ValueType where Value == Int {
  static func integer(_ range: ClosedRange<Int>) -> ValueType {
    ValueType(.integer(range)) { node, context in
      if node.isPlain, let number = context.yaml.value(of: node, digits), range.contains(number) {
        return number
      }
      guard let text = node.text(&context) else { return nil }
      guard node.isPlain, let number = Int(text), text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }) else {
        context.error(
          .wrongType, "'\(text)' is not a whole number", at: node.mark, hint: Self.numberHint(text))
        return nil
      }
      guard range.contains(number) else {
        context.error(
          .invalidNumber, "\(number) is out of range", at: node.mark,
          hint: "it goes from \(range.lowerBound) to \(range.upperBound)")
        return nil
      }
      return number
    }
  }

  /// The fast path: up to 18 digits.
  private static func digits(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard (1...18).contains(text.count), text.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The number that was meant, where separators, full-width digits, quotes or a counter hide it.
  private static func numberHint(_ text: String) -> String {
    let digits = text.precomposedStringWithCompatibilityMapping.filter { $0.isASCII && $0.isNumber }
    return digits.isEmpty
      ? "write it in digits, without quotes" : "write \(digits), without quotes, separators or counters"
  }
}

extension ValueType where Value == CivilDate {
  static var date: ValueType {
    ValueType(.date) { node, context in
      if let date = context.yaml.value(of: node, DateText.isoDate) { return date }
      guard let text = node.text(&context) else { return nil }
      do throws(DateText.Failure) {
        return try DateText.parse(text)
      } catch {
        switch error {
        case .form(let hint):
          context.error(.invalidDate, "'\(text)' is not a date", at: node.mark, hint: hint)
        case .impossible(let hint):
          context.error(.invalidDate, "there is no day '\(text)'", at: node.mark, hint: hint)
        case .weekday(let hint):
          context.error(
            .weekdayMismatch, "the weekday in '\(text)' is not that day's", at: node.mark, hint: hint)
        }
        return nil
      }
    }
  }
}

extension ValueType where Value == CaseNumber {
  static var caseNumber: ValueType {
    ValueType(.caseNumber) { node, context in
      if let number = context.yaml.value(of: node, CaseNumber.init(bytes:)) { return number }
      guard let text = node.text(&context) else { return nil }
      let meant = CaseNumber(folding: text)
      context.error(
        .invalidCaseNumber, "'\(text)' is not a case number", at: node.mark,
        hint: meant.map { "write \"\($0)\"" }
          ?? "write a year, a dash and at least three digits: \"2024-217\"")
      return nil
    }
  }
}

extension CaseNumber {
  /// The number meant by a text with full-width digits, other dashes, a `#` or a serial without zeros.
  init?(folding text: String) {
    let folded = text.precomposedStringWithCompatibilityMapping
      .filter { !$0.isWhitespace && $0 != "#" }
      .map { "‐‑‒–—―−ー".contains($0) ? "-" : $0 }
    let parts = String(folded).split(separator: "-")
    guard parts.count == 2, parts[0].utf8.count == 4, let year = Int(parts[0]), let serial = Int(parts[1])
    else { return nil }
    self.init(year: year, serial: serial)
  }
}

extension ValueType where Value: Term {
  static var term: ValueType {
    let terms = Value.allCases.map { TermShape(word: $0.rawValue, label: $0.label) }
    let table = WordTable(Value.allCases.map { ($0.rawValue, $0) })
    return ValueType(.term(vocabulary: Value.vocabulary, words: terms)) { node, context in
      if let term = context.yaml.value(of: node, { table.value(of: $0) }) { return term }
      guard let text = node.text(&context) else { return nil }
      let meant = Value.allCases.first { $0.label == text }
      context.error(
        .unknownTerm, "unknown \(Value.vocabulary) '\(text)'", at: node.mark,
        hint: meant.map { "write '\($0.rawValue)'" }
          ?? NearestWord.hint(for: text, among: Value.allCases.map(\.rawValue)))
      return nil
    }
  }
}

extension ValueType where Value == DataKind {
  static var dataKind: ValueType {
    ValueType(.dataKind) { node, context in
      if let kind = context.dataKind(of: node) { return kind }
      guard let text = node.text(&context) else { return nil }
      let meant = context.dataKinds.all.filter { $0.label == text }.map(\.id).min()
      context.error(
        .unknownTerm, "unknown kind of data '\(text)'", at: node.mark,
        hint: meant.map { "write '\($0)'" }
          ?? NearestWord.hint(for: text, among: context.dataKinds.all.map(\.id).sorted()))
      return nil
    }
  }
}

extension YAMLNode {
  /// The scalar's text; an error when the node is a list or a mapping.
  func text(_ context: inout ReadingContext) -> String? {
    guard kind == .plain || kind == .quoted else {
      context.error(
        .wrongType, "a single value is expected here, not \(kindName)", at: mark,
        hint: "quote text that starts with [ or { or holds ': '")
      return nil
    }
    return context.text(of: self)
  }
}
