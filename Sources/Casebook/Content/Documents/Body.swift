/// The Markdown text of a document: a part of its file, which is kept once.
package struct Body: Sendable {
  package let source: SourceText
  /// The bytes of the file that are the body.
  package let range: Range<Int>
  /// The line of the file on which the body starts, from 1.
  package let firstLine: Int

  /// Of the file that it is a part of; taken while the text is at hand, since looking at it again costs more than that.
  let facts: TextFacts

  package init(source: SourceText, range: Range<Int>, firstLine: Int) {
    self.init(source: source, range: range, firstLine: firstLine, facts: TextFacts(of: source, body: range))
  }

  init(source: SourceText, range: Range<Int>, firstLine: Int, facts: TextFacts) {
    self.source = source
    self.range = range
    self.firstLine = firstLine
    self.facts = facts
  }

  /// The same, which holds nothing of its file's front matter (see `SourceText.dropping`).
  func droppingFrontMatter(in folder: String) -> Body {
    Body(
      source: source.dropping(before: range.lowerBound, lineCount: firstLine - 1, in: folder), range: range,
      firstLine: firstLine, facts: facts)
  }

  /// The indices may not be those of the file.
  package var bytes: ArraySlice<UInt8> { source.slice(range) }

  /// True when there is nothing but white space.
  package var isBlank: Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
  }
}
