import Testing

@testable import Casebook

/// Under which pairs of characters the search page finds a text.
struct SearchPairsTests {
  private func pairs(_ text: String) -> Set<String> {
    var pairs = SearchPairs(SearchFolding())
    pairs.add(Array(text.utf8)[...], of: 0)
    var found: Set<String> = []
    pairs.postings.forEachPair(ofShard: 0, bits: 0) { key, _ in
      found.insert(String(decoding: [UInt16(key >> 16), UInt16(key & 0xFFFF)], as: UTF16.self))
    }
    return found
  }

  @Test("every two neighbouring characters are a pair, and none reaches over punctuation or a space")
  func neighbours() {
    #expect(pairs("個人情報") == ["個人", "人情", "情報"])
    #expect(pairs("漏洩。委託 再委託　「県」") == ["漏洩", "委託", "再委"])
    #expect(pairs("県") == [])
  }

  @Test(
    "width, case, composition, kana and variants do not matter",
    arguments: [
      ("ＡＷＳ", "aws"), ("ﾗﾝｻﾑ", "らんさむ"), ("ランサムウェア", "らんさむうぇあ"), ("㍿青葉", "株式会社青葉"), ("カ\u{3099}ス", "がす"),
      ("⼈情", "人情"), ("Cafe\u{301}", "café"), ("２０２４年", "2024年"), ("髙﨑", "高崎"), ("𠮷野家", "吉野家"), ("①次報", "1次報"),
    ])
  func folding(_ text: String, _ folded: String) {
    #expect(pairs(folded).isSubset(of: pairs(text)))
    #expect(!pairs(folded).isEmpty)
  }

  @Test(
    "what a page shows side by side is a pair, whatever markup stands between",
    arguments: [
      ("これは**重要**です", "は重"), ("これは**重要**です", "要で"), ("`設定`を", "定を"), ("[公表文](https://example.jp/a)の", "文の"),
      ("[公表文](../a(b).md)の", "文の"), ("個人\n情報", "人情"), ("- 個人\n  情報", "人情"), ("> 個人\n> 情報", "人情"),
    ])
  func markup(_ text: String, _ pair: String) {
    #expect(pairs(text).contains(pair))
  }

  @Test("lines of Latin words and paragraphs stay apart")
  func lines() {
    #expect(!pairs("web\nsite").contains("bs"))
    #expect(!pairs("個人\n\n情報").contains("人情"))
  }

  @Test("the digits on both sides of a dash are a pair of their own", arguments: ["-", "−", "－", "–", "‐"])
  func dashes(_ dash: String) {
    var expected = SearchPairs(SearchFolding())
    expected.add("2024-217", of: 0)
    let key = PostingTable.key(0xE000 + UInt16(ascii: "4"), UInt16(ascii: "2"))
    var keys: [UInt32] = []
    var found = SearchPairs(SearchFolding())
    found.add("＃2024\(dash)217", of: 0)
    found.postings.forEachPair(ofShard: 0, bits: 0) { pair, _ in keys.append(pair) }
    #expect(keys.contains(key))
  }

  @Test("a character outside the basic plane is found with its neighbours, as JavaScript counts them")
  func astral() {
    #expect(pairs("𩸽を").contains("𩸽"))
  }
}

extension UInt16 {
  fileprivate init(ascii scalar: Unicode.Scalar) { self.init(UInt8(ascii: scalar)) }
}
