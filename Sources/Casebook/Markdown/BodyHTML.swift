/// A body as HTML, but for the levels and ids of its headings, which are the page's matter.
///
/// Two pages show the text of a case's only notice. It is parsed and rendered once for both.
struct BodyHTML: Sendable {
  /// As libcmark writes it, with headings at their levels in the Markdown. No other `<h1>` to `<h6>` can stand in it: text is
  /// escaped, and HTML of the body's own left out.
  private let html: [UInt8]
  private let headings: HeadingPass
  /// On the page that it was rendered for.
  private let placed: PlacedHeadings
  /// True when all its links lead to the same on every page, which links to its headings do not.
  let isForAnyPage: Bool

  init(_ tree: borrowing MarkdownTree, _ passes: MarkdownPasses.Result) {
    html = tree.html()
    headings = passes.headings
    placed = passes.placed
    isForAnyPage = !passes.hasFragmentLinks
  }

  /// Appends it for the page that it was rendered for.
  func append(to bytes: inout [UInt8]) { append(to: &bytes, placed) }

  /// Appends it for another page; only where it is for any.
  func append(to bytes: inout [UInt8], _ options: MarkdownOptions) {
    append(to: &bytes, headings.placed(options))
  }

  private func append(to bytes: inout [UInt8], _ placed: PlacedHeadings) {
    bytes.reserveCapacity(bytes.count + html.count + 64 * placed.headings.count)
    html.withUnsafeBufferPointer { html in
      var start = 0
      for heading in placed.headings {
        let digit = UInt8(ascii: "0") + UInt8(heading.level)
        guard let opening = Self.nextTag(isClosing: false, in: html, from: start) else { break }
        bytes.append(contentsOf: html[start..<opening - 1])
        bytes.append(digit)
        bytes.append(contentsOf: " id=\"".utf8)
        HTMLText.append(heading.id.utf8, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
        start = opening
        guard let closing = Self.nextTag(isClosing: true, in: html, from: start) else { break }
        bytes.append(contentsOf: html[start..<closing - 1])
        bytes.append(digit)
        start = closing
      }
      bytes.append(contentsOf: html[start...])
    }
  }

  /// The place behind the digit of the next tag of a heading.
  private static func nextTag(
    isClosing: Bool, in html: UnsafeBufferPointer<UInt8>, from index: Int
  ) -> Int? {
    var index = index
    while let place = html.firstIndex(ofByte: UInt8(ascii: "<"), from: index) {
      let name = isClosing ? place + 2 : place + 1
      if name + 2 < html.count, html[name] == UInt8(ascii: "h"), html[name + 2] == UInt8(ascii: ">"),
        (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(html[name + 1]),
        !isClosing || html[place + 1] == UInt8(ascii: "/")
      {
        return name + 2
      }
      index = place + 1
    }
    return nil
  }
}
