@testable import Casebook

/// `docs/front-matter.md`, made from the declarations of the keys.
enum FrontMatterReference {
  static var text: String {
    var text = introduction
    var vocabularies: [(name: String, terms: [TermShape])] = []
    for kind in DocumentKind.allCases {
      text += "\n## \(title(kind))\n\n\(kind.place)\n\n" + table(kind.keys, prefix: "", &vocabularies)
    }
    text += "\n## Vocabularies\n"
    for (name, terms) in vocabularies where name != VERISDataVariety.vocabulary {
      text += "\n### \(name)\n\n| word | on pages |\n| --- | --- |\n"
      for term in terms { text += "| `\(term.word)` | \(term.label) |\n" }
    }
    text +=
      "\n### kinds of data\n\n`data_kinds` in site.yaml adds more.\n\n| word | on pages | VERIS |\n| --- | --- | --- |\n"
    for kind in DataKind.builtIn { text += "| `\(kind.id)` | \(kind.label) | \(kind.veris.rawValue) |\n" }
    let varieties = VERISDataVariety.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    return text + "\n### \(VERISDataVariety.vocabulary)\n\n\(varieties)\n"
  }

  private static func title(_ kind: DocumentKind) -> String {
    kind == .site ? "site.yaml" : kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
  }

  private static func table(
    _ keys: [KeyShape], prefix: String, _ vocabularies: inout [(name: String, terms: [TermShape])]
  ) -> String {
    "| key | value | |\n| --- | --- | --- |\n" + rows(keys, prefix: prefix, &vocabularies)
  }

  private static func rows(
    _ keys: [KeyShape], prefix: String, _ vocabularies: inout [(name: String, terms: [TermShape])]
  ) -> String {
    var rows = ""
    for key in keys {
      let name = prefix + key.name
      let required = key.isRequired ? "**Required.** " : ""
      let summary = key.summary.prefix(1).uppercased() + key.summary.dropFirst()
      rows += "| `\(name)` | \(value(key.shape)) | \(required)\(summary) |\n"
      rows += inner(key.shape, prefix: name, &vocabularies)
    }
    return rows
  }

  private static func inner(
    _ shape: ValueShape, prefix: String, _ vocabularies: inout [(name: String, terms: [TermShape])]
  ) -> String {
    switch shape {
    case .record(let keys): return rows(keys, prefix: prefix + ".", &vocabularies)
    case .list(.record(let keys)): return rows(keys, prefix: prefix + "[].", &vocabularies)
    case .term(let name, let terms):
      if !vocabularies.contains(where: { $0.name == name }) { vocabularies.append((name, terms)) }
      return ""
    default: return ""
    }
  }

  private static func value(_ shape: ValueShape) -> String {
    switch shape {
    case .text(let length): "text of at most \(length) characters"
    case .integer(let range): "whole number from \(range.lowerBound) to \(range.upperBound)"
    case .boolean: "`true` or `false`"
    case .date: "date"
    case .caseNumber: "case number"
    case .url: "web address"
    case .link: "web address or path of this site"
    case .email: "email address"
    case .path: "path of this site, such as `/old/path/`"
    case .slug: "one part of a URL: letters, digits, `-`, `_`"
    case .timeZone: "name of the tz database"
    case .language: "language tag (BCP 47)"
    case .reading: "kana"
    case .corporateNumber: "13 digits, the first a check digit"
    case .term(let name, _): "[\(name)](#\(name.split(separator: " ").joined(separator: "-").lowercased()))"
    case .dataKind: "[kind of data](#kinds-of-data)"
    case .list(let item): "list of: " + value(item)
    case .listOrSingle(let item): value(item) + ", or a list of them"
    case .record: "mapping"
    case .veris: "[part of a VERIS record](data.md#veris)"
    }
  }

  private static let introduction = """
    # Front matter

    A document is a Markdown file that starts with front matter: YAML between two lines `---`. It is read strictly: an
    unknown key, a wrong type, a word that a vocabulary does not have, a date that does not exist and a key that stands
    twice are errors with line and column. Anchors, aliases and tags of YAML are refused. A file is UTF-8 without BOM,
    has LF line ends and at most 1 MiB, of which 128 KiB are front matter; a list has at most 1000 entries. Control
    characters, and those that turn the direction of text around, are refused, also as escapes of YAML.

    - A **date** is `2024-06-11`, `2024年6月11日` or `令和6年6月11日`; the last two can have a weekday, `（火）`, which must
      be right.
    - A **case number** is a year, a dash and at least three digits, in quotes: `"2024-217"`.
    - Organizations and tags are named by **id, name or alias**. Names are the same when they are the same without
      regard to width, case, spaces and the way a legal form is written: ㈱, (株) and 株式会社 are one.
    - `case` in a notice can be a list: the first case is the notice's home.

    This file is made from the declarations in `Sources/Casebook/Content/`, and a test holds it to them.

    """
}
