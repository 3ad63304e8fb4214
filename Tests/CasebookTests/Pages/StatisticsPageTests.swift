import TestSupport
import Testing

@testable import Casebook

/// Pages with charts, through the templates that are shipped.
struct StatisticsPageTests {
  private func fixture(_ years: [Int]) throws -> ArchiveFixture {
    let fixture = try ArchiveFixture()
    fixture.request.templatesRoot = Repository.root
    for year in years {
      try fixture.write(
        Sample.notice(
          "\(year)-001", published: "\(year)-06-11",
          "cause: loss\ntags: [school]\naffected: [{subject: 名簿, count: 1054, unit: cards}]"),
        "content/incidents/\(year).md")
    }
    return fixture
  }

  @Test("the statistics say what they count, and put a table beside each chart")
  func statistics() throws {
    let page = try #require(try fixture([2023, 2024]).page("/statistics/"))
    #expect(page.contains("国内で起きた事件の数でも、公表された文書のすべてでもありません"))
    let charts = page.matches(of: /<svg class="chart/).count
    #expect(charts > 5)
    #expect(page.matches(of: /<summary>数値の表<\/summary>/).count == charts)
    #expect(page.contains("中央値1,054枚"))
  }

  @Test("the statistics of an empty archive have no chart")
  func empty() throws {
    let page = try #require(try fixture([]).page("/statistics/"))
    #expect(!page.contains("<svg"))
    #expect(page.contains("公表文がまだない"))
  }

  @Test("organizations and tags have a chart when their notices are of more than one year")
  func history() throws {
    for address in ["/organizations/aoba/", "/tags/school/"] {
      #expect(
        try fixture([2022, 2024]).page(address)?.contains("<svg class=\"chart columns small\"") == true)
      #expect(try fixture([2024]).page(address)?.contains("<svg") == false)
    }
  }

  @Test("figures have separators and counters")
  func counters() throws {
    let page = try #require(try fixture([2024]).page("/incidents/2024-001/"))
    #expect(page.contains(">1,054枚</td>"))
  }
}
