import Casebook

/// The last line of a command: what was done.
enum ClosingLine {
  /// `10,000 notices, 3,907 incidents, 16,976 pages in 1.2 s`.
  static func built(_ site: LoadedSite, in duration: Duration) -> String {
    let archive = site.archive
    let pages = site.plan.items.count { if case .page = $0.content { true } else { false } }
    return
      "\(count(archive.notices.count, "notice")), \(count(archive.incidents.count, "incident")), "
      + "\(count(pages, "page")) in \(seconds(duration))"
  }

  /// `9 written, 16,967 unchanged`.
  static func files(_ summary: PublishSummary) -> String {
    let removed = summary.removed > 0 ? ", \(number(summary.removed)) removed" : ""
    return "\(number(summary.written)) written, \(number(summary.unchanged)) unchanged\(removed)"
  }

  /// `1 page`, `1,200 pages`.
  static func count(_ count: Int, _ noun: String) -> String {
    "\(number(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  static func number(_ number: Int) -> String { DecimalText.of(number) }

  private static func seconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let tenths = (seconds * 10) + attoseconds / 100_000_000_000_000_000
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
