import Mustache

/// Writes XML 1.0 as UTF-8 bytes: elements and attributes in the order of the calls, all text escaped.
struct XMLWriter: ~Copyable {
  private var bytes: ByteBuffer

  /// An attribute; one without a value is left out.
  typealias Attribute = (name: StaticString, value: String?)

  /// Writes behind the bytes that are there.
  static func write(to bytes: inout [UInt8], _ body: (inout XMLWriter) -> Void) {
    var writer = XMLWriter(bytes: ByteBuffer(capacity: 1 << 14))
    body(&writer)
    writer.bytes.move(into: &bytes)
  }

  /// The same into a buffer.
  static func write(to bytes: inout ByteBuffer, _ body: (inout XMLWriter) -> Void) {
    var writer = XMLWriter(bytes: ByteBuffer(capacity: 0))
    swap(&writer.bytes, &bytes)
    body(&writer)
    swap(&writer.bytes, &bytes)
  }

  /// The XML declaration, which stands first.
  mutating func declaration() { markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n") }

  /// An element with others in it, each on a line of its own.
  mutating func element(
    _ name: StaticString, _ attributes: Attribute..., content: (inout XMLWriter) -> Void
  ) {
    begin(name, attributes)
    content(&self)
    end(name)
  }

  /// The start of an element whose content comes from elsewhere; its end has to follow.
  mutating func begin(_ name: StaticString, _ attributes: Attribute...) { begin(name, attributes) }

  mutating func end(_ name: StaticString) {
    markup("</")
    markup(name)
    markup(">\n")
  }

  /// An element with text in it.
  mutating func element(_ name: StaticString, _ attributes: Attribute..., text: String) {
    element(name, attributes, utf8: text.utf8)
  }

  /// The same with a text in two parts, which are whole characters.
  mutating func element(_ name: StaticString, text: String, _ rest: String) {
    open(name, [])
    markup(">")
    XMLText.append(text.utf8, to: &bytes)
    XMLText.append(rest.utf8, to: &bytes)
    end(name)
  }

  /// An element with text in it, which is UTF-8.
  mutating func element(_ name: StaticString, _ attributes: Attribute..., utf8: [UInt8]) {
    element(name, attributes, utf8: utf8)
  }

  /// An element with nothing in it.
  mutating func emptyElement(_ name: StaticString, _ attributes: Attribute...) {
    open(name, attributes)
    markup("/>\n")
  }

  private mutating func element(
    _ name: StaticString, _ attributes: [Attribute], utf8: some Collection<UInt8>
  ) {
    open(name, attributes)
    markup(">")
    XMLText.append(utf8, to: &bytes)
    end(name)
  }

  private mutating func begin(_ name: StaticString, _ attributes: [Attribute]) {
    open(name, attributes)
    markup(">\n")
  }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    markup("<")
    markup(name)
    for case (let name, let value?) in attributes {
      markup(" ")
      markup(name)
      markup("=\"")
      XMLText.append(value.utf8, to: &bytes, in: .attribute)
      markup("\"")
    }
  }

  private mutating func markup(_ text: StaticString) {
    bytes.append(text)
  }
}
