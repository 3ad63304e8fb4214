/// An axis from 0 to a round number.
struct ChartScale: Sendable {
  /// The value at the top; at least 1.
  let top: Int
  /// 0, the top, and round numbers between them.
  let ticks: [Int]

  /// - Parameter maximum: the greatest value that is shown.
  init(maximum: Int) {
    var power = 1
    while power * 10 < maximum { power *= 10 }
    // 1, 2 or 5 times a power of ten, so that there are at most five steps.
    let step =
      [max(1, power / 5), max(1, power / 2), power, power * 2].first { $0 * 5 >= maximum } ?? power * 5
    top = max(1, (maximum + step - 1) / step) * step
    ticks = Array(stride(from: 0, through: top, by: step))
  }
}
