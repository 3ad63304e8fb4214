/// The path that a request asks for, decoded once.
///
/// It is only ever looked up among the addresses of the archive, never put together with a folder; what is
/// refused here is refused so that no two layers can disagree about what a path means.
enum RequestPath {
  /// - Parameter target: in origin form or absolute form (RFC 9112, section 3.2).
  /// - Returns: the path, starting with `/`, without the query; the authority of an absolute form.
  /// - Throws: when it is no path, or holds an escape, a character or a part that has no place in one.
  static func read(_ target: String) throws(HTTPStatus) -> (path: String, authority: String?) {
    let (authority, rest) = try split(target)
    let encoded = rest.prefix { $0 != "?" }
    guard !encoded.contains("#") else { throw .badRequest }
    let path = try decoded(encoded.utf8)
    guard !path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." }) else {
      throw .badRequest
    }
    return (path, authority)
  }

  private static func split(_ target: String) throws(HTTPStatus) -> (authority: String?, rest: Substring) {
    if target.hasPrefix("/") { return (nil, target[...]) }
    let scheme = "http://"
    guard target.lowercased().hasPrefix(scheme) else { throw .badRequest }
    let rest = target.dropFirst(scheme.count)
    let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
    let path = rest[end...]
    return (String(rest[..<end]), path.hasPrefix("/") ? path : "/" + path)
  }

  /// Percent-decoding (RFC 3986, section 2.1), once: `%252e` is the text `%2e`. An encoded separator would be
  /// a part to one reader and a folder to another.
  private static func decoded(_ text: Substring.UTF8View) throws(HTTPStatus) -> String {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      var value = byte
      if byte == UInt8(ascii: "%") {
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
          throw .badRequest
        }
        value = high << 4 | low
        guard value != UInt8(ascii: "/") else { throw .badRequest }
      }
      guard value >= 0x20, value != 0x7F, value != UInt8(ascii: "\\") else { throw .badRequest }
      bytes.append(value)
    }
    guard let path = String(validating: bytes, as: UTF8.self) else { throw .badRequest }
    return path
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
