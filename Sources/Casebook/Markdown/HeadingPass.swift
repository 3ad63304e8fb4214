import CCmark

/// Pass 5: headings get ids and their place under the page's own heading.
///
/// Neither is written into libcmark's tree, which has no ids: `BodyHTML` puts both into what is rendered, anew for each
/// page that shows it.
struct HeadingPass: Sendable {
  private struct Heading: Sendable {
    /// As it stands in the Markdown, 1 to 6.
    let level: Int
    /// Before the page adds its prefix, or a number.
    let id: String
  }

  private let headings: [Heading]

  init(_ headings: [MarkdownNode]) {
    self.headings = headings.map { heading in
      let id = PlainText.bytes(of: heading).withUnsafeBufferPointer(HeadingIdentifier.make)
      return Heading(level: Int(cmark_node_get_heading_level(heading.pointer)), id: id)
    }
  }

  /// The headings on a page, in the order of the text.
  func placed(_ options: MarkdownOptions) -> PlacedHeadings {
    var placed = PlacedHeadings(headings: [], ids: options.reservedIDs)
    let top = headings.map(\.level).min() ?? 1
    placed.headings = headings.map { heading in
      let id = options.idPrefix.isEmpty ? heading.id : options.idPrefix + heading.id
      return (level: min(6, heading.level - top + options.topLevel), id: placed.ids.insert(id))
    }
    return placed
  }
}

/// The headings of a body as they are on one page.
struct PlacedHeadings: Sendable {
  /// Levels from 1 to 6.
  fileprivate(set) var headings: [(level: Int, id: String)]
  /// All ids of the page.
  fileprivate(set) var ids: IdentifierSet
}
