import Testing

@testable import Casebook

struct ReadingTests {
  @Test("readings sort in 五十音 order, whatever the script, size and voice of their letters")
  func order() {
    let expected = [
      "ああ", "アイ", "いせとー", "イセトオカ", "おおたし", "かがく", "がく", "きしわだし", "ぎょうせい", "しずおか", "シモダ", "そうけん", "とうきょう",
      "にしのみや", "はな", "ばな", "ぱな", "ん", "alpha",
    ]
    #expect(expected.reversed().map(Reading.init).sorted().map(\.text) == expected)
  }

  @Test(
    "where two readings have the same letters, the smaller sorts first",
    arguments: [("きよう", "きょう", false), ("ハナ", "バナ", true), ("バナ", "パナ", true), ("つと", "っと", false)])
  func ties(_ left: String, _ right: String, _ isLeftFirst: Bool) {
    #expect((Reading(left) < Reading(right)) == isLeftFirst)
    #expect((Reading(right) < Reading(left)) == !isLeftFirst)
  }

  @Test("ー sorts as the vowel that it lengthens")
  func longVowel() {
    #expect(["カーン", "かあわ", "カーオ"].map(Reading.init).sorted().map(\.text) == ["カーオ", "かあわ", "カーン"])
  }

  @Test(
    "the index groups by the first letter's row",
    arguments: [
      ("あおば", "あ"), ("オオタ", "あ"), ("ガス", "か"), ("ざい", "さ"), ("っと", "た"), ("ヂ", "た"), ("のり", "な"), ("ぱん", "は"),
      ("ヴィ", "あ"),
      ("もり", "ま"), ("ゃ", "や"), ("ろ", "ら"), ("を", "わ"), ("ん", "わ"), ("Google", "A–Z"), ("ｇｏ", "A–Z"),
      ("3", "他"), ("ｲｾﾄｰ", "あ"),
    ])
  func groups(_ text: String, _ label: String) {
    #expect(Reading(text).group.label == label)
  }

  @Test("groups stand in the order あ to わ, A–Z, 他")
  func groupOrder() {
    let groups = ["3", "abc", "わ", "か", "あ"].map { Reading($0).group }
    #expect(groups.sorted().map(\.label) == ["あ", "か", "わ", "A–Z", "他"])
  }

  @Test("a name that is kana is its own reading; any other has none")
  func ofNames() {
    #expect(Reading.ofKanaName("イセトー")?.text == "イセトー")
    #expect(Reading.ofKanaName("ｲｾﾄｰ")?.text == "イセトー")
    #expect(Reading.ofKanaName("株式会社イセトー") == nil)
    #expect(Reading.ofKanaName("") == nil)
  }

  @Test("a reading in half-width kana is kept in full width")
  func folded() {
    #expect(ReadValue(.reading, "ｲｾﾄｰ").value == "イセトー")
  }

  @Test("a reading with kanji or markup is refused", arguments: ["青葉", "あおば市", "<b>", "\"{{x}}\"", "あ。"])
  func refused(_ text: String) {
    #expect(ReadValue(.reading, text).codes == ["invalid-reading 1:6"])
  }
}
