import Casebook
import Foundation
import Synchronization

/// Finds changes by listing the folders again and again: for systems that have no more watches to give, and for
/// folders on other machines, which tell nothing.
final class PollingSource: ChangeSource {
  private let root: String
  private let interval: Duration
  private let pipe: WakePipe
  private let known: Mutex<[String: FileListing]>

  /// - Parameters:
  ///   - root: the archive's folder.
  ///   - interval: between two looks.
  init(root: String, interval: Duration = .seconds(1)) throws(SystemError) {
    self.root = root
    self.interval = interval
    pipe = try WakePipe()
    known = Mutex(Self.listings(root))
  }

  /// Nothing is known between two looks.
  var hasPending: Bool { false }

  func wake() { pipe.wake() }

  func wait(milliseconds: Int32) {
    let (seconds, attoseconds) = interval.components
    let period = Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    var entry = pollfd(fd: pipe.descriptor, events: Int16(POLLIN), revents: 0)
    poll(&entry, 1, milliseconds < 0 ? period : min(period, milliseconds))
    pipe.drain()
  }

  func take() -> [ChangeEvent] {
    let current = Self.listings(root)
    return known.withLock { known in
      defer { known = current }
      return WatchedFolders.names.flatMap { Self.differences(known[$0], current[$0], in: $0) }
    }
  }

  private static func listings(_ root: String) -> [String: FileListing] {
    let pairs = WatchedFolders.names.map { ($0, FileListing(root: root + "/" + $0, prefix: $0 + "/")) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  private static func differences(
    _ old: FileListing?, _ new: FileListing?, in folder: String
  ) -> [ChangeEvent] {
    guard old?.diagnostics == new?.diagnostics else { return [.lost] }
    let (before, after) = (Set(old?.files ?? []), Set(new?.files ?? []))
    return Set(before.symmetricDifference(after).map(\.path)).map { .settled("\(folder)/\($0)") }
  }
}
