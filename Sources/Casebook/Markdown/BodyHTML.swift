import Mustache

/// A body as HTML, but for the levels and ids of its headings, which are the page's matter.
///
/// Two pages show the text of a case's only notice. It is parsed and rendered once for both.
struct BodyHTML: Sendable {
  /// As libcmark writes it, with headings at their levels in the Markdown.
  private let html: [UInt8]
  private let headings: HeadingPass
  /// Where the levels of the headings stand in it: from that in the opening tag to that in the closing one.
  private let places: [Range<Int>]
  /// On the page that it was rendered for.
  private let placed: PlacedHeadings
  /// True when all its links lead to the same on every page, which links to its headings do not.
  let isForAnyPage: Bool

  init(_ tree: borrowing MarkdownTree, _ passes: MarkdownPasses.Result) {
    html = tree.html()
    headings = passes.headings
    placed = passes.placed
    places = Self.places(of: placed.headings.count, in: html)
    isForAnyPage = !passes.hasFragmentLinks
  }

  /// Appends it for the page that it was rendered for.
  func append(to bytes: inout [UInt8]) { append(to: &bytes, placed) }

  /// Appends it for another page; only where it is for any.
  func append(to bytes: inout [UInt8], _ options: MarkdownOptions) {
    append(to: &bytes, headings.placed(options))
  }

  private func append(to bytes: inout [UInt8], _ placed: PlacedHeadings) {
    var buffer = ByteBuffer(capacity: html.count + 64 * placed.headings.count)
    html.withUnsafeBufferPointer { html in
      var start = 0
      for (heading, place) in zip(placed.headings, places) {
        let digit = UInt8(ascii: "0") + UInt8(heading.level)
        buffer.append(UnsafeBufferPointer(rebasing: html[start..<place.lowerBound]))
        buffer.append(digit)
        buffer.append(" id=\"")
        buffer.append(heading.id, isEscaped: true)
        buffer.append(UInt8(ascii: "\""))
        buffer.append(UnsafeBufferPointer(rebasing: html[place.lowerBound + 1..<place.upperBound]))
        buffer.append(digit)
        start = place.upperBound + 1
      }
      buffer.append(UnsafeBufferPointer(rebasing: html[start...]))
    }
    buffer.move(into: &bytes)
  }

  // MARK: What libcmark wrote

  /// Where so many headings stand.
  ///
  /// No other `<h1>` to `<h6>` can stand in the HTML: text is escaped, and HTML of the body's own left out.
  private static func places(of count: Int, in html: [UInt8]) -> [Range<Int>] {
    html.withUnsafeBufferPointer { html in
      var places: [Range<Int>] = []
      var index = 0
      while places.count < count, let opening = nextLevel(isClosing: false, in: html, from: index),
        let closing = nextLevel(isClosing: true, in: html, from: opening)
      {
        places.append(opening..<closing)
        index = closing
      }
      return places
    }
  }

  /// The place of the digit of the next tag of a heading.
  private static func nextLevel(
    isClosing: Bool, in html: UnsafeBufferPointer<UInt8>, from index: Int
  ) -> Int? {
    var index = index
    while let place = html.firstIndex(ofByte: UInt8(ascii: "<"), from: index) {
      let name = isClosing ? place + 2 : place + 1
      if name + 2 < html.count, html[name] == UInt8(ascii: "h"), html[name + 2] == UInt8(ascii: ">"),
        (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(html[name + 1]),
        !isClosing || html[place + 1] == UInt8(ascii: "/")
      {
        return name + 1
      }
      index = place + 1
    }
    return nil
  }
}
