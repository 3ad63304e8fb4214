import Foundation

/// What a file system says of a file without its bytes: two states that differ are two contents.
///
/// Two that agree are one content only when the file had rested for a while: a change within one tick of the
/// clock that stamps files leaves the state as it was.
package struct FileState: Sendable, Hashable, BitwiseCopyable {
  /// In bytes.
  package let size: Int
  private let number: UInt64
  private let device: UInt64
  /// Of the last change of the bytes.
  private let modified: FileTime
  /// Of the last change of anything, which no program can set back.
  let changed: FileTime

  init(_ status: stat) {
    size = Int(status.st_size)
    number = UInt64(status.st_ino)
    device = UInt64(truncatingIfNeeded: status.st_dev)
    #if canImport(Darwin)
      (modified, changed) = (FileTime(status.st_mtimespec), FileTime(status.st_ctimespec))
    #else
      (modified, changed) = (FileTime(status.st_mtim), FileTime(status.st_ctim))
    #endif
  }

  /// The coarsest clock of a usual file system (FAT) ticks every two seconds.
  private static let restingSeconds: Int64 = 3

  /// True when the file had not been touched for long enough that an equal state is an equal content.
  ///
  /// - Parameter now: seconds since 1970.
  package func isResting(at now: Int64) -> Bool {
    max(modified, changed) <= FileTime(nanoseconds: (now - Self.restingSeconds) * 1_000_000_000)
  }
}

/// A moment as a file system stamps files with it.
struct FileTime: Sendable, Hashable, Comparable, BitwiseCopyable {
  /// Since 1970.
  let nanoseconds: Int64

  init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// Anybody can give a file a time of the year 9999: what is too far away is the furthest that can be said.
  init(_ time: timespec) {
    let (product, isTooFar) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    nanoseconds = isTooFar ? (time.tv_sec < 0 ? .min : .max) : product &+ Int64(time.tv_nsec)
  }

  static func < (left: FileTime, right: FileTime) -> Bool { left.nanoseconds < right.nanoseconds }
}
