// The forms of values that are text, as regular expressions (ECMA-262) for JSON Schema. They let through what the
// reader folds (full-width digits, spaces in a date), and are looser than the reader where a pattern cannot count.

extension FrontMatterSchema {
  /// What a value of one of the text shapes looks like; YAML without quotes may make a number of a text.
  func text(_ shape: ValueShape) -> JSONObject {
    switch shape {
    case .text(let maximumLength):
      [
        "type": ["string", "number", "boolean"], "pattern": #"\S"#, "maxLength": .integer(maximumLength),
      ]
    case .corporateNumber:
      [
        "type": ["string", "integer"], "pattern": "^[1-9][0-9]{12}$", "minimum": .number("1000000000000"),
        "maximum": .number("9999999999999"),
      ]
    case .slug: ["type": ["string", "integer"], "pattern": .string(Self.slugPattern)]
    case .date: pattern("^(\(Self.datePattern))$", "2024-06-11, 2024年6月11日 or 令和6年6月11日")
    case .caseNumber: pattern("^[0-9]{4}-([0-9]{3}|[1-9][0-9]{3,8})$", "\"2024-217\", in quotes")
    case .url: pattern(#"^[Hh][Tt][Tt][Pp][Ss]?://[^/?#\s]\S*$"#, "A web address, written whole")
    case .link: pattern(#"^(/|[Hh][Tt][Tt][Pp][Ss]?://\S)"#, "A path of this site or a web address")
    case .email: pattern(#"^[^@\s]+@[^@\s]+\.[^@\s]*$"#, "name@example.jp")
    case .path: pattern(#"^/[^\s\\?#%"<>|*:]+$"#, "/old/path/")
    case .timeZone: pattern("^[A-Za-z0-9_+/-]+$", "A name of the tz database: Asia/Tokyo")
    case .language: pattern("^[A-Za-z0-9]{2,3}(-[A-Za-z0-9]{1,8})*$", "A language tag: ja")
    case .reading:
      pattern("^[ぁ-ゖゝゞァ-ヾｦ-ﾟ0-9A-Za-z０-９Ａ-Ｚａ-ｚ &'.\\-　＆＇．－]+$", "Kana")
    case .integer, .boolean, .term, .dataKind, .list, .listOrSingle, .record, .veris: [:]
    }
  }

  private func pattern(_ pattern: String, _ form: String) -> JSONObject {
    ["type": "string", "pattern": .string(pattern), "patternErrorMessage": .string("The form is: \(form)")]
  }

  /// One part of a URL: of ASCII, letters, digits and `-`, `.`, `_`.
  private static let slugPattern = #"^[^\s!-,/:-@\[-^`{-~]+$"#

  private static let datePattern: String = {
    let digits = "[0-9０-９]"
    let eras = JapaneseEra.allCases.map(\.rawValue).joined(separator: "|")
    let year = #"((\#(eras))\s*(元|\#(digits){1,4})|\#(digits){1,4})\s*年"#
    let monthAndDay = #"\s*\#(digits){1,2}\s*月\s*\#(digits){1,2}\s*日"#
    let weekday = #"\s*([(（]\s*[日月火水木金土](曜日?)?\s*[)）])?"#
    return #"\s*(\#(digits){4}-\#(digits){2}-\#(digits){2}|\#(year)\#(monthAndDay)\#(weekday))\s*"#
  }()
}
