/// The check of the web addresses that content may name (RFC 3986, with Unicode letters as RFC 3987 allows).
enum WebAddress {
  static func isValid(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(isPlain) || isValidInUnicode(text)
  }

  /// The fast path: true for an address in ASCII whose scheme is in small letters.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = text.starts(with: "https://".utf8) ? 8 : text.starts(with: "http://".utf8) ? 7 : 0
    guard start > 0 else { return false }
    let rest = text[start...]
    let host = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard let first = host.first, first != UInt8(ascii: "."), first != UInt8(ascii: ":") else { return false }
    return !host.contains(UInt8(ascii: "@")) && rest.allSatisfy(isPlainByte)
  }

  private static func isPlainByte(_ byte: UInt8) -> Bool {
    byte < 0x80 && !isForbidden(Unicode.Scalar(byte))
  }

  private static func isValidInUnicode(_ text: String) -> Bool {
    guard let host = host(of: text) else { return false }
    return !text.unicodeScalars.contains(where: isForbidden) && !host.isEmpty && !host.contains("@")
      && host.first != "." && host.first != ":"
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\0"..." ", "\u{7F}", "\"", "<", ">", "\\", "^", "`", "{", "|", "}": true
    default:
      scalar.value >= 0x80 && (scalar.properties.isWhitespace || scalar.properties.generalCategory == .format)
    }
  }

  /// What stands between the scheme and the first `/`, `?` or `#`; nil when the scheme is not a web one.
  private static func host(of text: String) -> Substring? {
    let scheme = text.prefix { $0 != ":" }.lowercased()
    guard scheme == "https" || scheme == "http" else { return nil }
    let rest = text.dropFirst(scheme.count)
    guard rest.hasPrefix("://") else { return nil }
    return rest.dropFirst(3).prefix { !"/?#".contains($0) }
  }
}
