import Mustache

/// Makes the links of a rendered body whole, so that it can be read outside its page.
///
/// The Markdown renderer writes attributes in double quotes and escapes double quotes everywhere else, so ` href="`
/// and ` src="` are found by their bytes. It resolves every link of this site to one that starts with `/` or `#`.
struct AbsoluteLinks {
  /// Scheme and host of the site.
  let origin: String
  /// The whole address of the page on which the body stands.
  let page: String

  /// Appends the HTML with whole links.
  func append(_ html: [UInt8], to result: inout [UInt8]) {
    html.withUnsafeBufferPointer { html in
      var start = 0
      var next = Self.nextEquals(in: html, from: 0)
      while next < html.count {
        let equals = next
        next = Self.nextEquals(in: html, from: equals + 1)
        guard Self.isLink(html, upTo: equals), equals + 2 < html.count,
          html[equals + 1] == UInt8(ascii: "\""), let prefix = prefix(of: html[equals + 2])
        else { continue }
        result.append(contentsOf: html[start..<equals + 2])
        result += prefix.utf8
        start = equals + 2
      }
      result.append(contentsOf: html[start...])
    }
  }

  private static func nextEquals(in html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    html.firstIndex(from: start) { $0.marks(of: UInt8(ascii: "=")) }
  }

  private func prefix(of first: UInt8) -> String? {
    switch first {
    case UInt8(ascii: "/"): origin
    case UInt8(ascii: "#"): page
    default: nil
    }
  }

  private static func isLink(_ html: UnsafeBufferPointer<UInt8>, upTo end: Int) -> Bool {
    html[..<end].hasSuffix(" href") || html[..<end].hasSuffix(" src")
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  fileprivate func hasSuffix(_ text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount
      && suffix(text.utf8CodeUnitCount)
        .elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
