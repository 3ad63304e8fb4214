import Mustache

/// Writes JSON (RFC 8259) as UTF-8 bytes: members in the order of the calls, every string escaped.
///
/// The caller keeps to the grammar: in an object, members only; in an array, values only.
struct JSONWriter: ~Copyable {
  /// How the text is laid out.
  enum Layout {
    /// On one line.
    case compact
    /// A line for each member and value, indented by two spaces a level.
    case indented
  }

  private var bytes = ByteBuffer(capacity: 1 << 12)
  private let layout: Layout
  /// True inside HTML: `<`, `>` and `&` are escaped too, so that no `</script>` and no `<!--` stand in a string.
  private let isInHTML: Bool
  private var depth = 0
  private var isFirst = true
  private var isAfterName = false

  private init(_ layout: Layout, isInHTML: Bool) {
    self.layout = layout
    self.isInHTML = isInHTML
  }

  /// Writes one value behind the bytes that are there.
  static func write(
    to bytes: inout [UInt8], _ layout: Layout = .compact, isInHTML: Bool = false,
    _ body: (inout JSONWriter) -> Void
  ) {
    var writer = JSONWriter(layout, isInHTML: isInHTML)
    body(&writer)
    writer.bytes.move(into: &bytes)
  }

  // MARK: Values

  mutating func object(_ members: (inout JSONWriter) -> Void) {
    container(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
  }

  mutating func array(_ values: (inout JSONWriter) -> Void) {
    container(UInt8(ascii: "["), UInt8(ascii: "]"), values)
  }

  mutating func array(_ strings: some Sequence<String>) {
    array { json in
      for string in strings { json.value(string) }
    }
  }

  mutating func value(_ text: String) {
    separate()
    JSONText.append(text, to: &bytes, isInHTML: isInHTML)
  }

  /// A string in two pieces, such as the origin of an address and the rest.
  mutating func value(_ first: String, _ second: String) {
    separate()
    JSONText.append(first, second, to: &bytes, isInHTML: isInHTML)
  }

  /// A string of UTF-8 bytes.
  mutating func value(utf8 text: [UInt8]) {
    separate()
    text.withUnsafeBufferPointer { JSONText.append($0, to: &bytes, isInHTML: isInHTML) }
  }

  mutating func value(_ number: Int) {
    separate()
    bytes.append(decimal: number)
  }

  mutating func value(_ flag: Bool) {
    separate()
    bytes.append(flag ? "true" : "false" as StaticString)
  }

  mutating func null() {
    separate()
    bytes.append("null")
  }

  // MARK: Members of an object; one whose value is nil is left out

  /// The name of a member, in which nothing has to be escaped; its value has to follow.
  mutating func name(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(name)
    bytes.append(layout == .indented ? "\": " : "\":" as StaticString)
    // The value stands behind the name, not on a line of its own and not behind a comma.
    isAfterName = true
  }

  mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    self.name(name)
    value(text)
  }

  mutating func member(_ name: StaticString, _ first: String, _ second: String) {
    self.name(name)
    value(first, second)
  }

  mutating func member(_ name: StaticString, utf8 text: [UInt8]?) {
    guard let text else { return }
    self.name(name)
    value(utf8: text)
  }

  mutating func member(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    self.name(name)
    value(number)
  }

  mutating func member(_ name: StaticString, _ flag: Bool?) {
    guard let flag else { return }
    self.name(name)
    value(flag)
  }

  mutating func object(_ name: StaticString, _ members: (inout JSONWriter) -> Void) {
    self.name(name)
    object(members)
  }

  mutating func array(_ name: StaticString, _ values: (inout JSONWriter) -> Void) {
    self.name(name)
    array(values)
  }

  mutating func array(_ name: StaticString, _ strings: some Sequence<String>) {
    self.name(name)
    array(strings)
  }

  // MARK: Between values

  private mutating func container(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(open)
    isFirst = true
    depth += 1
    body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    bytes.append(close)
    isFirst = false
  }

  private mutating func separate() {
    if isAfterName {
      isAfterName = false
      return
    }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    if depth > 0 { breakLine() }
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { bytes.append("  ") }
  }
}
