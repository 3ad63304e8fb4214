import Foundation

/// A name as it is compared: the same for all the ways to write it.
///
/// NFKC, case folding, no spaces, one kind of dash, legal forms written out, and the variant characters
/// that NFKC leaves apart (research: 髙 﨑 ⻑). It is a key; the text that a page shows is never changed.
package struct FoldedName: Sendable, Hashable, Comparable {
  package let text: String

  package init(_ name: String) {
    text = Self.isFolded(name) ? name : Self.fold(name)
  }

  package static func < (left: FoldedName, right: FoldedName) -> Bool { left.text < right.text }

  /// By its bytes: a folded text is in a normal form, which Unicode's own hash of a text would look for once more.
  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// The fast path: ids, which most references are, and names in kana and kanji.
  private static func isFolded(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "0"..."9", "-": true
      default: PlainJapanese.contains(scalar) && variants[scalar] == nil
      }
    }
  }

  private static func fold(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.precomposedStringWithCompatibilityMapping.unicodeScalars {
      if scalar.properties.isWhitespace || scalar.properties.generalCategory == .format { continue }
      scalars.append(variants[scalar] ?? scalar)
    }
    var text = String(scalars).lowercased().precomposedStringWithCompatibilityMapping
    // Every short form starts with a bracket, and most names have none.
    guard text.utf8.contains(UInt8(ascii: "(")) else { return text }
    for (short, long) in legalForms where text.contains(short) {
      text = text.replacing(short, with: long)
    }
    return text
  }

  private static let legalForms: [(String, String)] = [
    ("(株)", "株式会社"), ("(有)", "有限会社"), ("(合)", "合同会社"), ("(同)", "合同会社"), ("(名)", "合名会社"),
    ("(資)", "合資会社"), ("(一社)", "一般社団法人"), ("(一財)", "一般財団法人"), ("(公社)", "公益社団法人"),
    ("(公財)", "公益財団法人"), ("(社)", "社団法人"), ("(財)", "財団法人"), ("(学)", "学校法人"),
    ("(医)", "医療法人"), ("(福)", "社会福祉法人"), ("(宗)", "宗教法人"), ("(独)", "独立行政法人"),
    ("(地独)", "地方独立行政法人"), ("(国)", "国立大学法人"), ("(大)", "国立大学法人"), ("(特非)", "特定非営利活動法人"),
    ("(協)", "協同組合"), ("(相)", "相互会社"), ("(監)", "監査法人"), ("(弁)", "弁護士法人"),
  ]

  static let variants: [Unicode.Scalar: Unicode.Scalar] = [
    "髙": "高", "﨑": "崎", "⻑": "長", "德": "徳", "濵": "浜", "濱": "浜", "𠮷": "吉", "栁": "柳", "邉": "辺", "邊": "辺",
    "齋": "斎", "齊": "斉", "澤": "沢", "國": "国", "廣": "広", "學": "学",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "〜": "~",
  ]
}
