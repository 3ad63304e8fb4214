/// The head of a request: its first line and its fields (RFC 9112, sections 3 and 5).
///
/// The reading is strict: what two programs could understand in two ways is refused.
struct RequestHead: Sendable {
  let method: String
  /// The request target as it was sent.
  let target: String
  /// Each field in the order of the head, its name in small letters.
  let fields: [(name: String, value: String)]
  /// True for HTTP/1.1, whose connections stay open unless a side says otherwise.
  let isPersistent: Bool

  /// The value of a field; nil when it is missing or is there more than once.
  subscript(name: String) -> String? {
    let values = fields.filter { $0.name == name }
    return values.count == 1 ? values[0].value : nil
  }

  func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

  /// Reads a head.
  ///
  /// - Parameter bytes: the head up to the empty line, without it.
  /// - Throws: the status that refuses it.
  init(_ bytes: ArraySlice<UInt8>) throws(HTTPStatus) {
    var lines = try Self.lines(of: bytes)
    guard !lines.isEmpty else { throw .badRequest }
    (method, target, isPersistent) = try Self.requestLine(lines.removeFirst())
    guard lines.count <= RequestLimits.fieldCount else { throw .fieldsTooLarge }
    var fields: [(name: String, value: String)] = []
    for line in lines { fields.append(try Self.field(line)) }
    self.fields = fields
  }

  /// The lines between CR LF; a bare CR or LF is refused, because others may take it for a line's end.
  private static func lines(of bytes: ArraySlice<UInt8>) throws(HTTPStatus) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      guard byte == 0x0D || byte == 0x0A else {
        index += 1
        continue
      }
      guard byte == 0x0D, index + 1 < bytes.endIndex, bytes[index + 1] == 0x0A else { throw .badRequest }
      lines.append(bytes[start..<index])
      index += 2
      start = index
    }
    lines.append(bytes[start...])
    return lines
  }

  private static func requestLine(_ line: ArraySlice<UInt8>) throws(HTTPStatus) -> (String, String, Bool) {
    let parts = line.split(separator: 0x20, omittingEmptySubsequences: false)
    guard parts.count == 3, isToken(parts[0]), !parts[1].isEmpty,
      parts[1].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { throw .badRequest }
    guard parts[1].count <= RequestLimits.targetBytes else { throw .targetTooLong }
    let isPersistent: Bool
    switch text(parts[2]) {
    case "HTTP/1.1": isPersistent = true
    case "HTTP/1.0": isPersistent = false
    case let version where version.hasPrefix("HTTP/"): throw .versionNotSupported
    default: throw .badRequest
    }
    return (text(parts[0]), text(parts[1]), isPersistent)
  }

  private static func field(_ line: ArraySlice<UInt8>) throws(HTTPStatus) -> (name: String, value: String) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isToken(line[..<colon]) else {
      throw .badRequest
    }
    let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
    guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else { throw .badRequest }
    let end = value.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? value.startIndex
    return (text(line[..<colon]).lowercased(), text(value[..<end]))
  }

  /// RFC 9110, section 5.6.2.
  private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
      }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
