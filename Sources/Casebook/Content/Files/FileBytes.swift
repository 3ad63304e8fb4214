import Foundation

/// Reads whole files.
package enum FileBytes {
  /// The bytes of a file; nil, with `errno` set, when it cannot be read.
  package static func read(_ path: String) -> [UInt8]? {
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    return readAll(descriptor, expectedCount: Int(status.st_size))
  }

  /// The same for a file whose size was asked for before; it may have changed since.
  static func read(_ path: String, expectedCount: Int) -> [UInt8]? {
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return readAll(descriptor, expectedCount: expectedCount)
  }

  private static func readAll(_ descriptor: Int32, expectedCount: Int) -> [UInt8]? {
    // One byte more than the size shows the end of the file without a second read.
    let capacity = expectedCount + 1
    var hasFailed = false
    var bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while let start = buffer.baseAddress, count < buffer.count {
        let got = Foundation.read(descriptor, start + count, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        hasFailed = got < 0
        guard got > 0 else { return }
        count += got
        // There was room for more: the file ends where it was said to end.
        if count == expectedCount { return }
      }
    }
    guard !hasFailed else { return nil }
    guard bytes.count == capacity else { return bytes }
    // The file grew while it was read: take the rest too.
    guard let rest = readAll(descriptor, expectedCount: 2 * capacity) else { return nil }
    bytes += rest
    return bytes
  }
}
