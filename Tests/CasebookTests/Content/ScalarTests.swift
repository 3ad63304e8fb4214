import Foundation
import Testing

@testable import Casebook

struct ScalarTests {
  @Test("text is kept as it is written, but for white space around it and line breaks in it")
  func text() {
    #expect(ReadValue(.text(), "  攻撃 への　対応  ").value == "攻撃 への　対応")
    #expect(ReadValue(.text(), "|\n  一行目\n  二行目").value == "一行目 二行目")
    #expect(ReadValue(.text(), "\"24: 件\"").value == "24: 件")
    #expect(ReadValue(.text(), "㈱とＡ").value == "㈱とＡ")
  }

  /// Without line breaks, and without white space at its ends.
  private static func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ").trimmingCharacters(in: .whitespaces)
  }

  @Test("white space of any kind at an end is left out, and inside it stays")
  func whiteSpace() {
    let blocks = [0x20...0x2FF, 0x1660...0x16A0, 0x1FF0...0x2070, 0x2FF0...0x3010, 0xFE00...0xFFEF]
    for scalar in blocks.joined().compactMap(Unicode.Scalar.init)
    where !ForbiddenCharacter.isForbidden(scalar) && !"\\\"\u{2028}\u{2029}".unicodeScalars.contains(scalar) {
      let inside = "字\(scalar)字"
      for text in [inside, "\(scalar)" + inside, inside + "\(scalar)"] {
        let value = ReadValue(.text(), "\"\(text)\"").value
        #expect(value == Self.trimmed(text), "\(text.debugDescription)")
      }
    }
  }

  @Test(
    "so it is in longer texts, which are looked at sixteen bytes at a time",
    arguments: ["\n", "\u{A0}", "\u{2003}", "\u{3000}"])
  func whiteSpaceInLongerTexts(_ space: String) {
    for letter in ["a", "字", "々"] {
      for place in 14...33 {
        let before = String(repeating: letter, count: place)
        for text in [before + space, space + before, before + space + letter, before + space + before] {
          let yaml = text.replacing("\n", with: "\\n")
          let value = ReadValue(.text(), "\"\(yaml)\"").value
          #expect(value == Self.trimmed(text), "\(text.debugDescription)")
        }
      }
    }
  }

  @Test(
    "a value that YAML would take for something else stays text",
    arguments: ["no", "1.10", "0123", "2024-06-11", "1e3", "~x"])
  func untyped(_ text: String) {
    #expect(ReadValue(.text(), text).value == text)
  }

  @Test("empty text is refused", arguments: ["\"\"", "\"   \"", "\"　\""])
  func emptyText(_ yaml: String) {
    #expect(ReadValue(.text(), yaml).codes == ["empty-value 1:6"])
  }

  @Test("text may be as long as its key allows, and no longer")
  func longText() {
    #expect(ReadValue(.text(maximumLength: 3), "日本語").value == "日本語")
    #expect(ReadValue(.text(maximumLength: 3), "日本語文").codes == ["value-too-long 1:6"])
  }

  @Test("a list or a mapping is no text", arguments: ["[a]", "{a: b}"])
  func notText(_ yaml: String) {
    #expect(ReadValue(.text(), yaml).codes == ["wrong-type 1:6"])
  }

  @Test("a flag is true or false", arguments: [("true", true), ("false", false)])
  func flag(_ yaml: String, _ value: Bool) {
    #expect(ReadValue(.boolean, yaml).value == value)
  }

  @Test("any other word is no flag", arguments: ["yes", "no", "True", "1", "\"true\"", "はい", "on"])
  func notFlag(_ yaml: String) {
    #expect(ReadValue(.boolean, yaml).codes == ["wrong-type 1:6"])
  }

  @Test(
    "a count is a whole number in digits",
    arguments: [("0", 0), ("78", 78), ("1054", 1054), ("100000000", 100_000_000)])
  func count(_ yaml: String, _ value: Int) {
    #expect(ReadValue(.integer(0...100_000_000_000), yaml).value == value)
  }

  @Test(
    "a count with separators, a counter, quotes or full-width digits is refused with the number that is meant",
    arguments: ["\"1,054\"", "1054件", "\"1054\"", "１０５４", "約1054"])
  func writtenCount(_ yaml: String) {
    let read = ReadValue(.integer(0...100_000), yaml)
    #expect(read.codes == ["wrong-type 1:6"])
    #expect(read.hint == "write 1054, without quotes, separators or counters")
  }

  @Test("a number below or above its range is refused", arguments: ["-1", "1000"])
  func range(_ yaml: String) {
    let read = ReadValue(.integer(1...999), yaml)
    #expect(read.codes == ["invalid-number 1:6"])
    #expect(read.hint == "it goes from 1 to 999")
  }

  @Test(
    "what is no whole number is refused",
    arguments: ["1.5", "+1", "0x1F", "1_000", "99999999999999999999", "many"])
  func noNumber(_ yaml: String) {
    #expect(ReadValue(.integer(0...100_000), yaml).codes == ["wrong-type 1:6"])
  }

  @Test(
    "a web address is whole, http or https",
    arguments: [
      "https://example.jp", "http://example.jp/a?b=c#d", "https://例え.jp/発表/", "HTTPS://EXAMPLE.JP/",
      "https://example.jp:8080/",
      "https://web.archive.org/web/2024/https://example.jp/",
    ])
  func address(_ text: String) {
    #expect(ReadValue(.url, "\"\(text)\"").value == text)
  }

  @Test(
    "an address that runs a script, has no host, or could break out of an attribute is refused",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "//example.jp/", "/a/",
      "example.jp", "https://",
      "https:///a", "ftp://example.jp/", "https://user@example.jp/", "https://example.jp/\\\"onclick=x",
      "https://example.jp/<b>", "https://a b/",
      " https://", "java\\tscript:x", "https://example.jp/\\u200B", "mailto:a@example.jp", "https://{{x}}/",
    ])
  func unsafeAddress(_ text: String) {
    #expect(ReadValue(.url, "\"\(text)\"").codes == ["invalid-url 1:6"])
  }

  @Test(
    "an alias is a path from the site's root", arguments: ["/old/path/", "/2024/06/a.html", "/事件/一/", "/a"])
  func path(_ text: String) {
    #expect(ReadValue(.path, "\"\(text)\"").value == text)
  }

  @Test(
    "an alias that leaves the site, or is no path, is refused",
    arguments: [
      "/../a/", "/a/../../b/", "../a", "a/", "//example.jp/", "https://example.jp/", "/", "/a//b/", "/./a/",
      "/a?b", "/a#b", "/a\\\\..\\\\b",
      "/%2e%2e/a/", "/a b/", "/<b>/", "/a\\t/", "/\\u200B/",
    ])
  func hostilePath(_ text: String) {
    #expect(ReadValue(.path, "\"\(text)\"").codes == ["invalid-path 1:6"])
  }

  @Test(
    "a mail address has one @ and a domain",
    arguments: [
      ("editor@example.jp", true), ("a@b", false), ("a@b@c.jp", false), ("a b@c.jp", false),
      ("<a@b.jp>", false), ("@b.jp", false),
    ])
  func email(_ text: String, _ isValid: Bool) {
    let read = ReadValue(.email, "\"\(text)\"")
    #expect((read.value == text) == isValid)
    #expect(read.codes == (isValid ? [] : ["invalid-email 1:6"]))
  }

  @Test(
    "a time zone is one of the tz database",
    arguments: [("Asia/Tokyo", true), ("UTC", true), ("Asia/Tokio", false), ("../../etc/passwd", false)])
  func timeZone(_ text: String, _ isValid: Bool) {
    #expect((ReadValue(.timeZone, text).value == text) == isValid)
  }

  @Test(
    "a language is a BCP 47 tag",
    arguments: [
      ("ja", true), ("en-GB", true), ("zh-Hant-TW", true), ("日本語", false), ("j", false), ("ja_JP", false),
    ])
  func language(_ text: String, _ isValid: Bool) {
    #expect((ReadValue(.language, text).value == text) == isValid)
  }

  @Test(
    "a base address may have a port and a sub-path, and loses the / at its end",
    arguments: [
      ("https://example.jp", "https://example.jp", ""), ("https://example.jp/", "https://example.jp", ""),
      ("https://example.jp/archive/", "https://example.jp", "/archive"),
      ("https://example.jp:8080/a/b", "https://example.jp:8080", "/a/b"),
    ])
  func baseAddress(_ text: String, _ origin: String, _ path: String) throws {
    let base = try #require(BaseURL(text))
    #expect((base.origin, base.path) == (origin, path))
  }

  @Test(
    "a base address has no query, fragment or dots to leave by",
    arguments: [
      "https://example.jp/?a", "https://example.jp/#a", "https://example.jp/../a", "/archive/", "example.jp",
    ])
  func noBaseAddress(_ text: String) {
    #expect(BaseURL(text) == nil)
  }

  @Test(
    "an entry of the menu leads into the site or to a whole address",
    arguments: [
      ("/", true), ("/tags/", true), ("https://example.jp/", true), ("javascript:x", false),
      ("//evil.example/", false), ("/../", false),
    ])
  func menuLink(_ text: String, _ isValid: Bool) {
    #expect((ReadValue(.link, "\"\(text)\"").value == text) == isValid)
  }
}
