import Foundation

/// A pipe that wakes a thread which sleeps in `poll`.
final class WakePipe: Sendable {
  /// Becomes readable when somebody wakes.
  let descriptor: Int32
  private let writing: Int32

  init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemError("pipe") }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, writing) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(writing)
  }

  func wake() {
    var byte: UInt8 = 1
    // A full pipe wakes as well.
    _ = write(writing, &byte, 1)
  }

  func drain() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }
}

/// A system call that failed.
struct SystemError: Error {
  let call: String
  let number: Int32

  init(_ call: String) {
    self.call = call
    number = errno
  }

  var message: String { String(cString: strerror(number)) }
}
