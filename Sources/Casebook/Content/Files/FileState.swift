import Foundation

/// What a file system says of a file without its bytes: two states that differ are two contents.
///
/// Two that agree are one content only when the file had rested for a while: a change within one tick of the
/// clock that stamps files leaves the state as it was.
package struct FileState: Sendable, Hashable {
  /// In bytes.
  package let size: Int
  private let number: UInt64
  private let device: UInt64
  /// Seconds and nanoseconds since 1970 of the last change of the bytes.
  private let modified: SIMD2<Int64>
  /// The same of the last change of anything, which no program can set back.
  private let changed: SIMD2<Int64>

  init(_ status: stat) {
    size = Int(status.st_size)
    number = UInt64(status.st_ino)
    device = UInt64(truncatingIfNeeded: status.st_dev)
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    self.modified = SIMD2(Int64(modified.tv_sec), Int64(modified.tv_nsec))
    self.changed = SIMD2(Int64(changed.tv_sec), Int64(changed.tv_nsec))
  }

  /// The coarsest clock of a usual file system (FAT) ticks every two seconds.
  private static let restingSeconds: Int64 = 3

  /// True when the file had not been touched for long enough that an equal state is an equal content.
  ///
  /// - Parameter now: seconds since 1970.
  package func isResting(at now: Int64) -> Bool {
    max(modified[0], changed[0]) <= now - Self.restingSeconds
  }
}
