import Foundation

/// A file descriptor on which the system tells of changes, and how to wait for it.
struct EventDescriptor: Sendable {
  let number: Int32
  private let pipe: WakePipe

  init(_ number: Int32, _ pipe: WakePipe) {
    self.number = number
    self.pipe = pipe
  }

  /// True when something can be read from it.
  var hasPending: Bool {
    var count: Int32 = 0
    return ioctl(number, UInt(FIONREAD), &count) == 0 && count > 0
  }

  func wake() { pipe.wake() }

  /// Waits until something can be read, or `wake` is called, or time is over.
  ///
  /// - Parameter milliseconds: negative for no limit.
  func wait(milliseconds: Int32) {
    var entries = [
      pollfd(fd: number, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipe.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    poll(&entries, nfds_t(entries.count), milliseconds)
    pipe.drain()
  }
}
