/// The check of the web addresses that content may name (RFC 3986, with Unicode letters as RFC 3987 allows).
enum WebAddress {
  static func isValid(_ text: String) -> Bool {
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
