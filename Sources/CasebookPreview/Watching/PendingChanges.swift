import Casebook

/// Changes that wait until no more of the same come: an editor's save is several, and a file that is being written
/// is none yet.
struct PendingChanges {
  private enum Rest {
    /// After the last change, before it is acted upon.
    static let settled = Duration.milliseconds(15)
    /// The same for a file that nobody has closed.
    static let touched = Duration.milliseconds(150)
    /// Files that are written on and on are read all the same.
    static let longest = Duration.seconds(1)
  }

  private var paths: Set<String> = []
  private var isLost = false
  private var dueTimes: [String: ContinuousClock.Instant] = [:]
  private var settledDue: ContinuousClock.Instant?
  private var latest: ContinuousClock.Instant?

  var isEmpty: Bool { latest == nil }

  mutating func add(_ event: ChangeEvent, now: ContinuousClock.Instant) {
    switch event {
    case .lost, .exhausted:
      isLost = true
      settledDue = now + Rest.settled
    case .settled(let path):
      guard !Self.isIgnored(path) else { return }
      paths.insert(path)
      dueTimes[path] = nil
      settledDue = now + Rest.settled
    case .touched(let path):
      guard !Self.isIgnored(path) else { return }
      paths.insert(path)
      dueTimes[path] = now + Rest.touched
    }
    latest = latest ?? now + Rest.longest
  }

  private static func isIgnored(_ path: String) -> Bool {
    path.split(separator: "/").contains { FileListing.isIgnored(String($0)) }
  }

  /// When the changes are to be acted upon; nil when there are none.
  var due: ContinuousClock.Instant? {
    guard let latest else { return nil }
    let quiet = dueTimes.values.max().map { max($0, settledDue ?? $0) } ?? settledDue ?? latest
    return min(quiet, latest)
  }

  /// Takes the changes.
  mutating func take() -> SiteLoader.Changes {
    defer { self = PendingChanges() }
    return isLost ? .unknown : .paths(paths)
  }
}
