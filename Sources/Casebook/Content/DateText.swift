import Foundation

/// Reads the forms of a date that front matter allows.
///
/// `2024-06-11`, `2024年6月11日` and `令和6年6月11日`, the last two also with a weekday in brackets, which
/// must agree. Full-width digits and spaces inside, as pasted text has them, are folded first (NFKC).
enum DateText {
  enum Failure: Error, Equatable {
    /// Not one of the forms; the argument is the hint.
    case form(hint: String)
    case impossible(hint: String)
    case weekday(hint: String)
  }

  static func parse(_ text: String) throws(Failure) -> CivilDate {
    if let date = isoDate(text) { return date }
    let folded = Array(text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace })
    if let date = try numeric(folded) { return date }
    return try japanese(folded)
  }

  private static func isoDate(_ text: String) -> CivilDate? {
    var text = text
    return text.withUTF8(isoDate)
  }

  /// The fast path: ten ASCII bytes of a date that exists.
  static func isoDate(_ bytes: UnsafeBufferPointer<UInt8>) -> CivilDate? {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = number(bytes[..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8...])
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  private static func number(_ digits: some Sequence<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }

  /// Numbers with separators: the ISO form with a day that does not exist, or another form, which is refused.
  private static func numeric(_ text: [Character]) throws(Failure) -> CivilDate? {
    let parts = text.split(omittingEmptySubsequences: false) { "-/.‐–−―".contains($0) }
    guard parts.count == 3 else { return nil }
    let numbers = parts.compactMap { Int(String($0)) }
    guard numbers.count == 3, text.allSatisfy({ !"+".contains($0) }) else { return nil }
    guard parts[0].count == 4 else { throw .form(hint: "write the year first, with four digits: 2024-06-11") }
    let (year, month, day) = (numbers[0], numbers[1], numbers[2])
    let date = try existing(year: year, month: month, day: day)
    guard parts.map(\.count) == [4, 2, 2], text[4] == "-", text[7] == "-" else {
      throw .form(hint: "write \(date)")
    }
    return date
  }

  private static func japanese(_ text: [Character]) throws(Failure) -> CivilDate {
    var rest = text[...]
    let era = takeEra(&rest)
    guard let yearNumber = takeYear(&rest, inEra: era != nil), let month = takeNumber(&rest, before: "月"),
      let day = takeNumber(&rest, before: "日")
    else { throw .form(hint: "write it as 2024-06-11, 2024年6月11日 or 令和6年6月11日") }
    let date = try existing(
      year: era.map { $0.firstYear + yearNumber - 1 } ?? yearNumber, month: month, day: day)
    if let era, !era.contains(date) { throw .impossible(hint: "that day is \(date.eraText)") }
    try checkWeekday(rest, of: date)
    return date
  }

  private static func takeEra(_ text: inout ArraySlice<Character>) -> JapaneseEra? {
    guard let era = JapaneseEra(rawValue: String(text.prefix(2))) else { return nil }
    text = text.dropFirst(2)
    return era
  }

  private static func takeYear(_ text: inout ArraySlice<Character>, inEra: Bool) -> Int? {
    if inEra, text.starts(with: Array("元年")) {
      text = text.dropFirst(2)
      return 1
    }
    return takeNumber(&text, before: "年").flatMap { $0 > 0 ? $0 : nil }
  }

  private static func takeNumber(_ text: inout ArraySlice<Character>, before sign: Character) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.count), text.dropFirst(digits.count).first == sign else { return nil }
    text = text.dropFirst(digits.count + 1)
    return Int(String(digits))
  }

  private static func existing(year: Int, month: Int, day: Int) throws(Failure) -> CivilDate {
    if let date = CivilDate(year: year, month: month, day: day) { return date }
    guard (1900...9999).contains(year) else { throw .impossible(hint: "years go from 1900 to 9999") }
    guard (1...12).contains(month) else { throw .impossible(hint: "months go from 1 to 12") }
    let count = CivilDate.dayCount(year: year, month: month)
    throw .impossible(hint: "month \(month) of \(year) has \(count) days")
  }

  /// Accepts nothing, `(火)`, `(火曜)` and `(火曜日)`.
  private static func checkWeekday(_ text: ArraySlice<Character>, of date: CivilDate) throws(Failure) {
    guard !text.isEmpty else { return }
    guard text.first == "(", text.last == ")", let sign = text.dropFirst().first,
      let weekday = Weekday(rawValue: sign), ["", "曜", "曜日"].contains(String(text.dropFirst(2).dropLast()))
    else { throw .form(hint: "nothing but a weekday in brackets may follow the date") }
    guard weekday == date.weekday else {
      throw .weekday(hint: "\(date) is a \(date.weekday) (\(date.weekday.rawValue))")
    }
  }
}

extension CivilDate {
  /// The day that a text of one of the forms means; nil for anything else.
  package init?(written text: String) {
    guard let date = try? DateText.parse(text) else { return nil }
    self = date
  }
}
