import TestSupport
import Testing

@testable import Casebook

/// A text without its front matter, which is read again when it is asked for.
struct SourceTextTests {
  private static let text = "---\ntitle: 題\n---\n\n本文の一行目。\n二行目。\n"
  private static let bodyStart = "---\ntitle: 題\n---\n".utf8.count

  private func dropped(_ folder: TemporaryFolder) throws -> SourceText {
    try folder.write(Self.text, "content/a.md")
    return SourceText(path: "content/a.md", bytes: Array(Self.text.utf8))
      .dropping(before: Self.bodyStart, lineCount: 3, in: folder.root)
  }

  @Test("it is the whole text as long as the file is")
  func whole() throws {
    let folder = try TemporaryFolder()
    let source = try dropped(folder)
    #expect(source.bytes == Array(Self.text.utf8))
    #expect(source.lineText(2) == "title: 題" && source.lineText(5) == "本文の一行目。")
    let end = Self.text.utf8.count
    #expect(Array(source.slice(Self.bodyStart..<end)) == Array(Self.text.utf8)[Self.bodyStart...].map(\.self))
    #expect(Array(source.slice(4..<9)) == Array("title".utf8))
  }

  @Test(
    "where the file has changed or is gone, lines and places of the body are what they were",
    arguments: [nil, "", "---\ntitle: 長い題\n---\n別の文\n", "---\ntitle: 題\n---\n\n本文の一行目。\n三行目。\n"])
  func changed(_ text: String?) throws {
    let folder = try TemporaryFolder()
    let source = try dropped(folder)
    if let text { try folder.write(text, "content/a.md") } else { try folder.remove("content/a.md") }
    let place = source.place(byteOffset: Self.bodyStart + 1 + "本".utf8.count)
    #expect((place.line, place.column, place.lineText) == (5, 2, "本文の一行目。"))
    #expect(source.place(line: 6, column: 1).lineText == "二行目。")
    #expect(source.lineText(2).allSatisfy { $0 == " " })
  }
}
