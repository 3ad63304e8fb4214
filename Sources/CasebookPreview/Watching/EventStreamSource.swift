#if canImport(Darwin)
  import CPlatform
  import Foundation
  import Synchronization

  /// Listens to the system (File System Events): one stream for the whole folder.
  final class EventStreamSource: ChangeSource {
    private let root: String
    private let events: EventDescriptor
    /// A `casebook_stream *`.
    private let stream: Int
    /// A path of which the end has not come yet.
    private let rest = Mutex<[UInt8]>([])

    init(root: String) throws(SystemError) {
      let pipe = try WakePipe()
      guard let real = realpath(root, nil) else { throw SystemError("realpath") }
      defer { free(real) }
      self.root = String(cString: real) + "/"
      var descriptor: Int32 = -1
      guard let stream = casebook_stream_open(real, &descriptor) else {
        throw SystemError("FSEventStreamCreate")
      }
      self.stream = Int(bitPattern: stream)
      events = EventDescriptor(descriptor, pipe)
    }

    deinit { casebook_stream_close(OpaquePointer(bitPattern: stream)) }

    var hasPending: Bool { events.hasPending }

    func wake() { events.wake() }

    func wait(milliseconds: Int32) { events.wait(milliseconds: milliseconds) }

    /// Each event is a path with a NUL at its end; an empty one says that events were lost.
    func take() -> [ChangeEvent] {
      var bytes = rest.withLock { $0 }
      var buffer = [UInt8](repeating: 0, count: 64 * 1024)
      while true {
        let count = read(events.number, &buffer, buffer.count)
        guard count > 0 else { break }
        bytes += buffer[..<count]
      }
      var parts = bytes.split(separator: 0, omittingEmptySubsequences: false)
      let unfinished = Array(parts.removeLast())
      rest.withLock { $0 = unfinished }
      return parts.compactMap(event)
    }

    private func event(_ path: ArraySlice<UInt8>) -> ChangeEvent? {
      let path = String(decoding: path, as: UTF8.self)
      guard !path.isEmpty else { return .lost }
      guard path.hasPrefix(root) else { return nil }
      let name = String(path.dropFirst(root.count))
      let isWatched = WatchedFolders.names.contains { name == $0 || name.hasPrefix($0 + "/") }
      return isWatched ? .settled(name) : nil
    }
  }
#endif
