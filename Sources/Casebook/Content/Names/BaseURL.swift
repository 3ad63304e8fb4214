/// Where the site is published: an origin and a sub-path, such as `https://example.jp/archive`.
///
/// Every link on a page starts with the sub-path; feeds, the site map and canonical links start with the whole.
package struct BaseURL: Sendable, Hashable {
  /// Scheme, host and port: `https://example.jp`.
  package let origin: String
  /// The sub-path without a `/` at its end: empty, or `/archive`.
  package let path: String
  /// Both.
  package let description: String

  /// Nil when the text is no web address, or has a query or a fragment.
  package init?(_ text: String) {
    guard WebAddress.isValid(text), !text.contains("?"), !text.contains("#") else { return nil }
    let schemeEnd = text.firstIndex(of: "/").map { text.index($0, offsetBy: 2) } ?? text.endIndex
    let hostEnd = text[schemeEnd...].firstIndex(of: "/") ?? text.endIndex
    let path = text[hostEnd...].split(separator: "/")
    guard path.allSatisfy({ $0 != "." && $0 != ".." }) else { return nil }
    origin = String(text[..<hostEnd])
    self.path = path.map { "/" + $0 }.joined()
    description = origin + self.path
  }

  /// The host alone: `example.jp`.
  var host: Substring {
    let authority = origin[
      (origin.firstIndex(of: "/").map { origin.index($0, offsetBy: 2) } ?? origin.startIndex)...]
    return authority.hasPrefix("[") ? authority : authority.prefix { $0 != ":" }
  }
}
