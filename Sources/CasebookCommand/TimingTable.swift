import Casebook

/// The stages of a build as `--timings` prints them: one line each, with items and milliseconds.
enum TimingTable {
  static func lines(_ stages: [BuildTimings.Stage]) -> [String] {
    let rows = stages.map { stage in
      [stage.name, stage.items.map(DecimalText.of) ?? "", milliseconds(stage.duration)]
    }
    let widths = (0..<3).map { column in rows.map { $0[column].utf8.count }.max() ?? 0 }
    return rows.map { row in
      "\(padded(row[0], widths[0], isLeft: true))  \(padded(row[1], widths[1]))  \(padded(row[2], widths[2])) ms"
    }
  }

  /// With one decimal place, cut off.
  private static func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let tenths = Int(seconds) * 10_000 + Int(attoseconds / 100_000_000_000_000)
    return "\(DecimalText.of(tenths / 10)).\(tenths % 10)"
  }

  /// The texts are ASCII.
  private static func padded(_ text: String, _ width: Int, isLeft: Bool = false) -> String {
    let space = String(repeating: " ", count: width - text.utf8.count)
    return isLeft ? text + space : space + text
  }
}
