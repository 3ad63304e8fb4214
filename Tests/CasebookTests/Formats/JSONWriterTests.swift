import Foundation
import Testing

@testable import Casebook

/// JSON is written so that a parser gets back the values that were given.
struct JSONWriterTests {
  private func json(
    _ layout: JSONWriter.Layout = .compact, isInHTML: Bool = false, _ body: (inout JSONWriter) -> Void
  ) -> String {
    var bytes: [UInt8] = []
    JSONWriter.write(to: &bytes, layout, isInHTML: isInHTML, body)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func sample(_ json: inout JSONWriter) {
    json.object { json in
      json.member("title", "題")
      json.member("missing", String?.none)
      json.member("count", 78)
      json.object("nothing") { _ in }
      json.array("tags", ["a", "b"])
      json.object("list") { $0.member("flag", true) }
      json.array("rows") { json in
        json.object { $0.member("n", 1) }
        json.null()
        json.array { _ in }
      }
    }
  }

  @Test("members and values are separated by commas, and missing ones are left out")
  func compact() {
    #expect(
      json { sample(&$0) }
        == #"{"title":"題","count":78,"nothing":{},"tags":["a","b"],"list":{"flag":true},"rows":[{"n":1},null,[]]}"#
    )
  }

  @Test("the indented form has a line for each value")
  func indented() {
    let text = json(.indented) { json in
      json.object { json in
        json.array("tags", ["a", "b"])
        json.array("empty", [String]())
      }
    }
    #expect(
      text == """
        {
          "tags": [
            "a",
            "b"
          ],
          "empty": []
        }
        """)
  }

  @Test("quotes, backslashes and control characters are escaped")
  func escaping() {
    let text = "\"\\/\u{0}\u{1F}\u{7F}\u{8}\t\n\r\u{2028}"
    #expect(json { $0.value(text) } == "\"\\\"\\\\/\\u0000\\u001f\u{7F}\\u0008\\t\\n\\r\u{2028}\"")
  }

  @Test("inside HTML nothing can end the script element or open a comment")
  func html() {
    let text = json(isInHTML: true) { $0.value("</script><!--&amp;") }
    #expect(text == #""\u003c/script\u003e\u003c!--\u0026amp;""#)
  }

  @Test("a parser reads back any text", arguments: [JSONWriter.Layout.compact, .indented])
  func parsed(_ layout: JSONWriter.Layout) throws {
    let text = String(String.UnicodeScalarView((0..<0x250).compactMap(Unicode.Scalar.init))) + "漢字𠮷\u{FFFF}"
    let written = json(layout, isInHTML: true) { json in
      json.object { $0.member("t", text) }
    }
    let object = try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: String]
    #expect(object?["t"] == text)
  }
}
