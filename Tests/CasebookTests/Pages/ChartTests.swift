import Foundation
import TestSupport
import Testing

@testable import Casebook

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct ChartTests {
  private func data(_ values: [[Int]], label: String = "項目") -> ChartData {
    ChartData(
      id: "chart", title: "題<名>", rowHeading: "原因",
      series: [
        ChartData.Series(title: "公表文", counter: "件"), ChartData.Series(title: "事件", counter: "件"),
      ],
      rows: values.enumerated().map { ChartData.Row(label: "\(label)\($0.offset)", values: $0.element) })
  }

  private func text(_ svg: [UInt8]) -> String { String(decoding: svg, as: UTF8.self) }

  @Test("charts are well-formed, and have a title and a description that the picture names")
  func accessible() throws {
    for svg in [BarChart.svg(data([[3, 1], [0, 0]])), ColumnChart.svg(data([[3, 1], [0, 0]]))] {
      let document = try XMLDocument(data: Data(svg))
      let root = try #require(document.rootElement())
      #expect(root.attribute(forName: "role")?.stringValue == "img")
      #expect(root.attribute(forName: "aria-labelledby")?.stringValue == "chart-title chart-desc")
      let ids = root.children?.prefix(2).compactMap {
        ($0 as? XMLElement)?.attribute(forName: "id")?.stringValue
      }
      #expect(ids == ["chart-title", "chart-desc"])
      #expect(root.children?.first?.stringValue == "題<名>")
    }
  }

  @Test("charts have no style of their own, which a strict Content-Security-Policy would refuse")
  func noStyle() {
    for svg in [BarChart.svg(data([[3, 1]])), ColumnChart.svg(data([[3, 1]]))] {
      #expect(!text(svg).contains("style"))
      #expect(!text(svg).contains("<script"))
    }
  }

  @Test("the longest bar takes the width, the others their share")
  func bars() {
    let svg = text(BarChart.svg(data([[8, 2], [3, 0]])))
    let widths = svg.matches(of: /width="([0-9.]+%)"/).map { String($0.1) }
    #expect(widths == ["100%", "25%", "37.50%", "0%"])
  }

  @Test("a chart of nothing but zeros is drawn")
  func zeros() {
    #expect(text(BarChart.svg(data([[0, 0]]))).contains("width=\"0%\""))
    #expect(!text(ColumnChart.svg(data([[0, 0]]))).contains("<rect"))
  }

  @Test("a label that is too wide is cut, with full-width characters counting twice")
  func labels() {
    #expect(text(BarChart.svg(data([[1, 1]], label: "一二三四五六七八九"))).contains(">一二三四五六七八…<"))
    #expect(text(BarChart.svg(data([[1, 1]], label: "abcdefghijklmnopq"))).contains(">abcdefghijklmnopq0<"))
  }

  @Test("columns stay on the plot, side by side")
  func columns() {
    let svg = text(ColumnChart.svg(data([[10, 5]])))
    let places = svg.matches(of: /<rect[^>]*x="([0-9.]+)%" y="(\d+)"[^>]*height="(\d+)"/)
    #expect(places.map { String($0.1) } == ["44", "50"])
    #expect(places.map { String($0.2) } == ["18", "93"])
    #expect(places.map { String($0.3) } == ["150", "75"])
  }

  @Test(
    "an axis ends at a round number, in at most five steps",
    arguments: [(0, 1), (1, 1), (4, 4), (7, 8), (12, 15), (99, 100), (143, 150), (1054, 1500)])
  func scale(maximum: Int, top: Int) {
    let scale = ChartScale(maximum: maximum)
    #expect(scale.top == top)
    #expect(scale.ticks.first == 0 && scale.ticks.last == top)
    #expect(scale.ticks.count <= 6)
  }

  @Test("the description says which row is the highest")
  func description() {
    #expect(
      data([[3, 1], [1250, 2]]).description
        == "原因ごとの公表文と事件の数を示すグラフ。公表文が最も多いのは「項目1」の1,250件。事件が最も多いのは「項目1」の2件。")
    #expect(data([[0, 0]]).description == "原因ごとの公表文と事件の数を示すグラフ。")
  }
}
