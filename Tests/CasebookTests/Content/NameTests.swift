import Testing

@testable import Casebook

struct NameTests {
  @Test(
    "two ways to write one name match",
    arguments: [
      ("(株)イセトー", "株式会社イセトー"), ("㈱イセトー", "株式会社イセトー"), ("㍿イセトー", "株式会社イセトー"), ("（株）イセトー", "株式会社イセトー"),
      ("株式会社 イセトー", "株式会社イセトー"), ("株式会社　イセトー", "株式会社イセトー"), ("株式会社ｲｾﾄｰ", "株式会社イセトー"),
      ("㈲青葉", "有限会社青葉"), ("(一社)青葉", "一般社団法人青葉"), ("(学)青葉", "学校法人青葉"), ("(医)青葉", "医療法人青葉"),
      ("(公財)青葉", "公益財団法人青葉"), ("(地独)青葉", "地方独立行政法人青葉"), ("(独)青葉", "独立行政法人青葉"), ("(特非)青葉", "特定非営利活動法人青葉"),
      ("ＡＢＣ", "abc"), ("Google", "google"), ("髙島屋", "高島屋"), ("⾼島屋", "高島屋"), ("宮﨑市", "宮崎市"), ("⻑崎市", "長崎市"),
      ("A–B", "A-B"), ("A−B", "A-B"), ("ガス", "ｶﾞｽ"), ("が", "か\u{3099}"), ("パス", "ハ\u{309A}ス"),
      ("\u{200B}青葉", "青葉"), ("青\u{00A0}葉", "青葉"),
    ])
  func alike(_ one: String, _ other: String) {
    #expect(FoldedName(one) == FoldedName(other))
    #expect(Set([FoldedName(one), FoldedName(other)]).count == 1)
  }

  @Test(
    "names that differ in a letter, a voiced mark or a legal form stay apart",
    arguments: [
      ("株式会社青葉", "青葉"), ("株式会社青葉", "有限会社青葉"), ("ハス", "バス"), ("スズキ", "スズキー"), ("はな", "ハナ"),
      ("青葉株式会社", "株式会社青葉"),
    ])
  func apart(_ one: String, _ other: String) {
    #expect(FoldedName(one) != FoldedName(other))
  }

  @Test(
    "an id folded from a Japanese name stays Japanese, and what a URL cannot take becomes a dash",
    arguments: [
      ("青葉市", "青葉市"), ("㈱イセトー", "株式会社イセトー"), ("A/B", "a-b"), ("../../etc/passwd", "etc-passwd"),
      ("?x=1", "x-1"), ("…", ""),
      ("page", "page-038b2a0deba58916"), (".hidden", "hidden"), ("<script>", "script"),
      ("a%2f..%2fb", "a-2f..-2fb"),
    ])
  func identifiers(_ name: String, _ id: String) {
    #expect(Identifier.from(foldedName: FoldedName(name).text) == id)
  }

  @Test("two long names with one start give two ids that fit a file name")
  func longNames() {
    let start = String(repeating: "長", count: 100)
    let ids = ["甲", "乙"].map { Identifier.from(foldedName: start + $0) }
    #expect(ids[0] != ids[1])
    #expect(ids.allSatisfy { $0.utf8.count <= Identifier.maximumBytes && $0.hasPrefix("長長") })
  }

  @Test(
    "a slug is one plain component of a URL",
    arguments: ["aoba", "青葉市", "a.b", "A_1", "v1.0"])
  func slug(_ text: String) {
    #expect(ReadValue(.slug, "\"\(text)\"").value == text)
  }

  @Test(
    "a slug that could leave its folder, hide, or mean something else is refused",
    arguments: [
      "..", ".", "../x", "a/b", "a\\\\b", "-a", "a-", ".a", "a.", "page", "a b", "a?b", "a%2fb", "<b>",
      "{{x}}", "a\\u0000b",
      "\\u202Eabc",
    ])
  func hostileSlug(_ text: String) {
    let read = ReadValue(.slug, "\"\(text)\"")
    #expect(read.value == nil)
    #expect(read.findings.count == 1)
  }

  @Test(
    "a corporate number has thirteen digits and agrees with its check digit",
    arguments: ["7123456789012", "4011001098993"])
  func corporateNumber(_ text: String) {
    #expect(ReadValue(.corporateNumber, text).value == text)
    #expect(ReadValue(.corporateNumber, "\"\(text)\"").value == text)
  }

  @Test(
    "a corporate number with another check digit, length or script is refused",
    arguments: [
      "6123456789012", "7123456789021", "712345678901", "71234567890123", "７１２３４５６７８９０１２", "712345678901a",
      "0",
    ])
  func wrongCorporateNumber(_ text: String) {
    #expect(ReadValue(.corporateNumber, text).codes == ["invalid-corporate-number 1:6"])
  }

  @Test(
    "of the ten first digits of a corporate number only one agrees",
    arguments: ["123456789012", "000000000000"])
  func checkDigit(_ rest: String) {
    #expect((0...9).count { CorporateNumber.isValid("\($0)\(rest)") } == 1)
  }
}
