import Mustache
import TestSupport
import Testing

@testable import Casebook

/// Tables as spreadsheet programs read them.
struct CSVTests {
  private func field(_ text: String) -> String {
    var field = ByteBuffer()
    CSVText.append(text, to: &field)
    var bytes: [UInt8] = []
    field.move(into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("a field with a comma, a quote or a line break stands in quotes")
  func quotes() {
    #expect(field("氏名、住所") == "氏名、住所")
    #expect(field("a,b") == "\"a,b\"")
    #expect(field("「\"」") == "\"「\"\"」\"")
    #expect(field("a\nb") == "\"a\nb\"")
    #expect(field("") == "")
  }

  @Test(
    "a text that a spreadsheet program would run gets an apostrophe in front",
    arguments: [
      "=1+1", "+81", "-1", "@SUM(A1)", "\t=1", "＝1", "＋1", "－1", "＠x", "'=1",
      "=HYPERLINK(\"https://example.jp\",\"a\")",
    ])
  func formulas(_ text: String) {
    let written = field(text)
    let read =
      written.hasPrefix("\"") ? written.dropFirst().dropLast().replacing("\"\"", with: "\"") : written[...]
    #expect(read.hasPrefix("'"))
    #expect(read.dropFirst() == text, "one apostrophe taken away gives the text back")
  }

  @Test("a text with such a sign elsewhere is left alone", arguments: ["1=1", "約5件", "【訂正】", "(株)青葉", "！"])
  func harmless(_ text: String) {
    #expect(field(text) == text)
  }

  @Test("a table starts with a byte order mark and the names of its columns, and its lines end in CRLF")
  func table() throws {
    let fixture = try ArchiveFixture([
      "incidents/2024-001/2024-06-11-aoba.md": Sample.notice(
        title: "=1+1, 漏えい", "summary: 要約\ntags: [b, a]\nrelease: {sequence: 2}\n")
    ])
    let text = try #require(try fixture.page("/data/notices.csv"))
    let lines = text.components(separatedBy: "\r\n")
    #expect(
      lines[0]
        == "\u{FEFF}id,case_number,case_numbers,url,title,published,publisher_id,publisher,release_sequence,"
        + "release_type,disclosure,cause,secondary_damage,summary,tags,source_url")
    #expect(
      lines[1]
        == "2024-001/2024-06-11-aoba,2024-001,2024-001,https://example.jp/incidents/2024-001/2024-06-11-aoba/,"
        + "\"'=1+1, 漏えい\",2024-06-11,aoba,aoba,2,,,,,要約,b;a,")
    #expect(lines.dropFirst(2) == [""])
  }
}
