import Testing

@testable import Casebook

/// What SQLite's full-text table is given for a text.
struct SearchTermsTests {
  private func terms(_ texts: String...) -> [String] {
    var terms = SearchTerms()
    for text in texts { terms.add(text) }
    return String(decoding: terms.bytes, as: UTF8.self).split(separator: " ").map(String.init)
  }

  @Test("every two neighbouring characters are a term, each once")
  func pairs() {
    #expect(terms("個人情報") == ["個人", "人情", "情報"])
    #expect(terms("漏洩と漏洩") == ["漏洩", "洩と", "と漏"])
  }

  @Test("no term reaches over punctuation, a space or the end of a text")
  func boundaries() {
    #expect(terms("漏洩。委託") == ["漏洩", "委託"])
    #expect(terms("漏洩　「委託」") == ["漏洩", "委託"])
    #expect(terms("漏洩", "委託") == ["漏洩", "委託"])
    #expect(terms("県") == ["県"])
    #expect(terms(" 、（）!") == [])
  }

  @Test("a word of Latin letters and digits is a term as a whole too")
  func words() {
    #expect(terms("AWSの") == ["aw", "ws", "sの", "aws"])
    #expect(terms("PDF 5") == ["pd", "df", "pdf", "5"])
    // One character may be folded to a word, and stand before another that ends it.
    #expect(terms("Ⅲ―") == ["ii", "iii"])
    #expect(terms("Ⅷ–ﬃ…") == ["vi", "ii", "viii", "ff", "fi", "ffi"])
    #expect(terms("a—①②③―漏洩") == ["a", "12", "23", "123", "漏洩"])
    #expect(terms("漏洩㎢…") == ["漏洩", "洩k", "km", "m2", "km2"])
  }

  @Test(
    "width, case and composition do not matter",
    arguments: [
      ("ＡＷＳ", "aws"), ("ﾗﾝｻﾑ", "ランサム"), ("㍿青葉", "株式会社青葉"), ("カ\u{3099}ス", "ガス"), ("⼈情", "人情"),
      ("Café", "cafe\u{301}"),
      ("２０２４年", "2024年"),
    ])
  func folding(_ text: String, _ folded: String) {
    #expect(terms(text) == terms(folded))
  }

  @Test("a text of many different characters loses no pair")
  func growth() {
    let scalars = (0x4E00..<0x4E00 + 9_000).compactMap(Unicode.Scalar.init)
    let found = Set(terms(String(String.UnicodeScalarView(scalars))))
    #expect(found.count == scalars.count - 1)
  }
}
