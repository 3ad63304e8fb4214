import Mustache
import Testing

@testable import Casebook

/// What has to be escaped is looked for in sixteen bytes at a time, and found wherever it stands.
struct EscapeSearchTests {
  /// What may stand before and behind a character: texts of every length up to three blocks, cut at every place.
  private static func texts() -> [(before: String, after: String)] {
    (0..<48).flatMap { length in
      (0...length).map {
        (
          before: String(repeating: "あ", count: $0 / 3) + String(repeating: "b", count: $0 % 3),
          after: String(repeating: "z", count: length - $0)
        )
      }
    }
  }

  private func written(_ write: (inout ByteBuffer) -> Void) -> String {
    var text = ByteBuffer()
    write(&text)
    var bytes: [UInt8] = []
    text.move(into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "JSON escapes at every place of a text",
    arguments: [("\"", "\\\""), ("\\", "\\\\"), ("\n", "\\n"), ("\u{0}", "\\u0000"), ("\u{1F}", "\\u001f")])
  func json(_ character: String, _ escape: String) {
    for (before, after) in Self.texts() {
      let text = written { JSONText.append(before + character + after, to: &$0) }
      #expect(text == "\"\(before)\(escape)\(after)\"")
    }
  }

  @Test(
    "JSON in HTML escapes markup at every place of a text",
    arguments: [("<", "3c"), (">", "3e"), ("&", "26")])
  func html(_ character: String, _ digits: String) {
    for (before, after) in Self.texts() {
      let text = written { JSONText.append(before + character + after, to: &$0, isInHTML: true) }
      #expect(text == "\"\(before)\\u00\(digits)\(after)\"")
      #expect(written { JSONText.append(before + character, to: &$0) } == "\"\(before)\(character)\"")
    }
  }

  @Test(
    "XML escapes at every place of a text",
    arguments: [
      ("&", "&amp;"), ("<", "&lt;"), ("\r", "&#13;"), ("\u{1}", "\u{FFFD}"), ("\u{FFFE}", "\u{FFFD}"),
    ])
  func xml(_ character: String, _ escape: String) {
    for (before, after) in Self.texts() {
      let text = written { XMLText.append((before + character + after).utf8, to: &$0) }
      #expect(text == before + escape + after)
    }
  }

  @Test("CSV puts a text in quotes for a character at every place", arguments: [",", "\"", "\n", "\r"])
  func csv(_ character: String) {
    for (before, after) in Self.texts() where !before.isEmpty {
      let text = written { CSVText.append(before + character + after, to: &$0) }
      #expect(text == "\"\(before)\(character == "\"" ? "\"\"" : character)\(after)\"")
    }
  }

  @Test("what needs no escape is not taken for what does", arguments: Array(UInt8(0x20)...UInt8(0x7F)))
  func plain(_ byte: UInt8) {
    let text = String(repeating: Character(Unicode.Scalar(byte)), count: 25)
    let isEscaped = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    #expect((written { JSONText.append(text, to: &$0) } == "\"\(text)\"") != isEscaped)
  }
}
