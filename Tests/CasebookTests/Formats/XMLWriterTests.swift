import Foundation
import Testing

@testable import Casebook

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// XML is written so that a parser gets back the text that was given.
struct XMLWriterTests {
  private func xml(_ body: (inout XMLWriter) -> Void) -> String {
    var bytes: [UInt8] = []
    XMLWriter.write(to: &bytes, body)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("elements stand inside one another in the order of the calls, and missing attributes are left out")
  func structure() {
    let text = xml { xml in
      xml.declaration()
      xml.element("feed", ("xmlns", "urn:x"), ("lang", nil)) { xml in
        xml.element("title", text: "題")
        xml.emptyElement("link", ("href", "/a?b=1&c=2"))
      }
    }
    #expect(
      text == """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="urn:x">
        <title>題</title>
        <link href="/a?b=1&amp;c=2"/>
        </feed>

        """)
  }

  @Test(
    "text that could be markup is escaped",
    arguments: [
      ("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"), ("]]>", "]]&gt;"), ("\"'", "\"'"),
      ("a\r\n", "a&#13;\n"),
    ])
  func content(_ text: String, _ written: String) {
    #expect(xml { $0.element("t", text: text) } == "<t>\(written)</t>\n")
  }

  @Test("what a parser would make a space of in an attribute is written as a reference")
  func attribute() {
    #expect(
      xml { $0.emptyElement("t", ("a", "\"1\"\t2\n3\r4")) } == "<t a=\"&quot;1&quot;&#9;2&#10;3&#13;4\"/>\n")
  }

  @Test(
    "a character that XML cannot hold becomes U+FFFD",
    arguments: ["\0", "\u{8}", "\u{1B}", "\u{FFFE}", "\u{FFFF}"])
  func forbidden(_ character: String) {
    #expect(xml { $0.element("t", text: "前\(character)後") } == "<t>前\u{FFFD}後</t>\n")
  }

  @Test(
    "characters near the forbidden ones are kept",
    arguments: ["\u{FFFD}", "\u{FFE5}", "\u{10FFFF}", "\u{7F}", "\t"])
  func allowed(_ character: String) {
    #expect(xml { $0.element("t", text: character) } == "<t>\(character)</t>\n")
  }

  @Test("a parser reads back any text")
  func parsed() throws {
    let text = "改行\nと\"引用\" & <タグ> ]]> 𠮷野家\t\r"
    let document = try XMLDocument(xmlString: xml { $0.element("t", ("a", text), text: text) })
    #expect(document.rootElement()?.stringValue == text)
    #expect(document.rootElement()?.attribute(forName: "a")?.stringValue == text)
  }
}
