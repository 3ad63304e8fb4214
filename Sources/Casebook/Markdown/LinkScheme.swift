/// The scheme of a link's destination (RFC 3986, section 3.1), as a browser sees it.
enum LinkScheme: Equatable {
  /// Relative to the page or the site, or empty.
  case none
  case safe
  /// A scheme that runs or reads something, such as `javascript:`, or that a reader's browser may not know.
  case unsafe

  private static let allowed: Set<String> = ["http", "https", "mailto", "tel"]

  /// - Parameter destination: with entities and backslash escapes resolved.
  init(of destination: [UInt8]) {
    // Browsers drop tabs and line ends anywhere in a URL, and control characters and spaces before it
    // (WHATWG URL, section 4.4), and then find `javascript:`.
    let visible = destination.filter { $0 > 0x20 && $0 != 0x7F }
    guard let end = visible.firstIndex(where: { ":/?#\\".utf8.contains($0) }),
      visible[end] == UInt8(ascii: ":")
    else {
      self = visible.starts(with: Array("//".utf8)) ? .unsafe : .none
      return
    }
    let name = visible[..<end]
    guard let first = name.first, Self.isLetter(first), name.allSatisfy(Self.isSchemeCharacter) else {
      // `注1:図.png`: what is no scheme is a file name.
      self = name.isEmpty ? .unsafe : .none
      return
    }
    let isPlain = visible.count == destination.count || !destination.prefix(end + 1).contains { $0 <= 0x20 }
    self =
      isPlain && Self.allowed.contains(String(decoding: name, as: UTF8.self).lowercased()) ? .safe : .unsafe
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isSchemeCharacter(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || "+-.".utf8.contains(byte)
  }
}
