/// Writes XML 1.0 as UTF-8 bytes: elements and attributes in the order of the calls, all text escaped.
struct XMLWriter {
  private(set) var bytes: [UInt8]

  /// An attribute; one without a value is left out.
  typealias Attribute = (name: StaticString, value: String?)

  /// Writes behind the bytes that are there, without copying them.
  static func write(to bytes: inout [UInt8], _ body: (inout XMLWriter) -> Void) {
    var writer = XMLWriter(bytes: [])
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
    open(name, attributes)
    markup(">\n")
    content(&self)
    close(name)
  }

  /// An element with text in it.
  mutating func element(_ name: StaticString, _ attributes: Attribute..., text: String) {
    element(name, attributes, utf8: text.utf8)
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

  /// Whole elements, appended as they are.
  mutating func raw(_ append: (inout [UInt8]) -> Void) { append(&bytes) }

  private mutating func element(
    _ name: StaticString, _ attributes: [Attribute], utf8: some Collection<UInt8>
  ) {
    open(name, attributes)
    markup(">")
    XMLText.append(utf8, to: &bytes)
    close(name)
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

  private mutating func close(_ name: StaticString) {
    markup("</")
    markup(name)
    markup(">\n")
  }

  private mutating func markup(_ text: StaticString) {
    bytes.append(text)
  }
}
