/// What a chart and the table beside it show: rows, each with one value in every series.
struct ChartData: Sendable {
  struct Row: Sendable {
    let label: String
    /// Where the label leads in the table; nil for most.
    var url: String?
    /// What stands under the column on the axis; nil where there is no room for every label.
    var axisLabel: String?
    let values: [Int]
  }

  /// What is counted, with its counter: 公表文, 件.
  struct Series: Sendable {
    let title: String
    let counter: String

    func text(_ value: Int) -> String { DecimalText.of(value) + counter }
  }

  /// The start of the ids of its title and description.
  let id: String
  let title: String
  /// The heading of the labels: 年, 原因.
  let rowHeading: String
  let series: [Series]
  let rows: [Row]

  var maximum: Int { rows.flatMap(\.values).max() ?? 0 }

  /// The chart in a sentence, for those who do not see it.
  var description: String {
    let highest = series.enumerated().compactMap { index, series -> String? in
      guard let row = rows.max(by: { $0.values[index] < $1.values[index] }), row.values[index] > 0 else {
        return nil
      }
      return "\(series.title)が最も多いのは「\(row.label)」の\(series.text(row.values[index]))"
    }
    let names = series.map(\.title).joined(separator: "と")
    return (["\(rowHeading)ごとの\(names)の数を示すグラフ"] + highest).joined(separator: "。") + "。"
  }
}
