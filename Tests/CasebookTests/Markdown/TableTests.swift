import Testing

@testable import Casebook

@Suite("Pass 6: tables")
struct TableTests {
  @Test("a csv block becomes a table with caption and header cells")
  func table() {
    #expect(
      MarkdownFixture.html("```csv 件数の内訳\n区分,件数\n氏名,\"1,234\"\n\"a \"\"b\"\"\n<c>\",約３件\n\n```")
        == """
        <figure class="table-figure">
        <div class="table-scroll" tabindex="0" role="region" aria-label="件数の内訳">
        <table>
        <caption>件数の内訳</caption>
        <thead>
        <tr>
        <th scope="col">区分</th>
        <th scope="col">件数</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>氏名</td>
        <td class="number">1,234</td>
        </tr>
        <tr>
        <td>a &quot;b&quot;<br>&lt;c&gt;</td>
        <td class="number">約３件</td>
        </tr>
        </tbody>
        </table>
        </div>
        </figure>

        """)
  }

  @Test("without a caption there is no region, and other blocks stay code")
  func plain() {
    #expect(!MarkdownFixture.html("```csv\na\n1\n```").contains("role="))
    #expect(MarkdownFixture.html("```csvx\na\n```").contains("<pre>"))
    #expect(MarkdownFixture.html("    csv\n").contains("<pre>"))
  }

  @Test(
    "what is no table is an error at its place",
    arguments: [
      ("```csv\na,b\n1,2\n1,2,3\n```", "4:1"), ("```csv\na,b\n1,\"開く\n2,3\n```", "3:3"),
      ("> - ```csv\n>   a,b\n>   漢,\"x\"y\n>   ```", "3:10"), ("```csv\na,b\n漢5\" ,2\n```", "3:3"),
      ("```csv\n```", "1:1"),
      ("```csv\na,b\n```", "2:1"),
    ])
  func faults(markdown: String, place: String) {
    let findings = MarkdownFixture.findings(markdown)
    #expect(findings == ["\(place) invalid-table"])
  }

  @Test("numbers", arguments: ["1,234", "56.7%", "-3", "１２０人", " 78 ", "約5件"])
  func numbers(text: String) { #expect(TableMarkup.isNumber(Array(text.utf8))) }

  @Test("no numbers", arguments: ["", "氏名", "2024年6月", "2024-06-11", "第1報告書"])
  func noNumbers(text: String) { #expect(!TableMarkup.isNumber(Array(text.utf8))) }
}
