extension JSONValue {
  /// Appends the value as JSON text (RFC 8259), a member a line, indented by two spaces; no line end follows.
  package func append(to bytes: inout [UInt8]) { append(to: &bytes, indent: 0) }

  private func append(to bytes: inout [UInt8], indent: Int) {
    switch self {
    case .null: bytes += "null".utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .number(let text): bytes += text.utf8
    case .string(let text): JSONText.append(text, to: &bytes)
    case .array(let values): append(values, to: &bytes, indent: indent)
    case .object(let object):
      Self.appendLines(object.members, "{", "}", to: &bytes, indent: indent) { member, bytes in
        JSONText.append(member.name, to: &bytes)
        bytes += ": ".utf8
        member.value.append(to: &bytes, indent: indent + 2)
      }
    }
  }

  /// Lists of single values stand on one line.
  private func append(_ values: [JSONValue], to bytes: inout [UInt8], indent: Int) {
    guard values.allSatisfy(\.isSingle) else {
      return Self.appendLines(values, "[", "]", to: &bytes, indent: indent) { value, bytes in
        value.append(to: &bytes, indent: indent + 2)
      }
    }
    bytes.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { bytes += ", ".utf8 }
      value.append(to: &bytes, indent: indent)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private static func appendLines<Item>(
    _ items: [Item], _ opening: String, _ closing: String, to bytes: inout [UInt8], indent: Int,
    _ append: (Item, inout [UInt8]) -> Void
  ) {
    bytes += opening.utf8
    for (index, item) in items.enumerated() {
      bytes += (index > 0 ? ",\n" : "\n").utf8
      bytes.append(contentsOf: repeatElement(0x20, count: indent + 2))
      append(item, &bytes)
    }
    if !items.isEmpty {
      bytes.append(0x0A)
      bytes.append(contentsOf: repeatElement(0x20, count: indent))
    }
    bytes += closing.utf8
  }

  private var isSingle: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }
}
