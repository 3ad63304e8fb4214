import Mustache

extension JSONValue {
  /// Appends the value as JSON text (RFC 8259), a member a line, indented by two spaces; no line end follows.
  package func append(to bytes: inout ByteBuffer) { append(to: &bytes, indent: 0) }

  /// The same behind other bytes.
  package func append(to bytes: inout [UInt8]) {
    var text = ByteBuffer(capacity: 1 << 12)
    append(to: &text)
    text.move(into: &bytes)
  }

  private func append(to bytes: inout ByteBuffer, indent: Int) {
    switch self {
    case .null: bytes.append("null")
    case .boolean(let value): bytes.append(value ? "true" : "false" as StaticString)
    case .number(let text): bytes.append(utf8: text)
    case .string(let text): JSONText.append(text, to: &bytes)
    case .array(let values): append(values, to: &bytes, indent: indent)
    case .object(let object):
      Self.appendLines(object.members, "{", "}", to: &bytes, indent: indent) { member, bytes in
        JSONText.append(member.name, to: &bytes)
        bytes.append(": ")
        member.value.append(to: &bytes, indent: indent + 2)
      }
    }
  }

  /// Lists of single values stand on one line.
  private func append(_ values: [JSONValue], to bytes: inout ByteBuffer, indent: Int) {
    guard values.allSatisfy(\.isSingle) else {
      return Self.appendLines(values, "[", "]", to: &bytes, indent: indent) { value, bytes in
        value.append(to: &bytes, indent: indent + 2)
      }
    }
    bytes.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(", ") }
      value.append(to: &bytes, indent: indent)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private static func appendLines<Item>(
    _ items: [Item], _ opening: StaticString, _ closing: StaticString, to bytes: inout ByteBuffer,
    indent: Int,
    _ append: (Item, inout ByteBuffer) -> Void
  ) {
    bytes.append(opening)
    for (index, item) in items.enumerated() {
      bytes.append(index > 0 ? ",\n" : "\n" as StaticString)
      appendSpaces(indent + 2, to: &bytes)
      append(item, &bytes)
    }
    if !items.isEmpty {
      bytes.append(0x0A)
      appendSpaces(indent, to: &bytes)
    }
    bytes.append(closing)
  }

  private static func appendSpaces(_ count: Int, to bytes: inout ByteBuffer) {
    for _ in 0..<count { bytes.append(0x20) }
  }

  private var isSingle: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }
}
