#if os(Linux)
  import Foundation
  import Synchronization

  /// Listens to the kernel (inotify(7)): one watch for each folder.
  final class InotifySource: ChangeSource {
    private let root: String
    private let queue: Queue
    private let events: EventDescriptor
    private var descriptor: Int32 { events.number }
    /// The folders by their watches, as paths from the archive's root; the root itself is the empty path.
    private let folders = Mutex<[Int32: String]>([:])

    private static let mask = UInt32(
      IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO)
    /// Linux, include/uapi/linux/inotify.h; macros with an unsigned suffix do not come over.
    private static let onlyFolders: UInt32 = 0x0100_0000
    private static let isFolder: UInt32 = 0x4000_0000

    /// - Throws: when the system has no watches left (`ENOSPC`), or none at all.
    init(root: String) throws(SystemError) {
      self.root = root
      let pipe = try WakePipe()
      queue = Queue()
      events = EventDescriptor(queue.descriptor, pipe)
      guard descriptor >= 0 else { throw SystemError("inotify_init1") }
      try watchAll()
    }

    /// The kernel's queue of events; it is closed with the last reference, also where an initializer throws.
    private final class Queue: Sendable {
      let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
      deinit { if descriptor >= 0 { close(descriptor) } }
    }

    var hasPending: Bool { events.hasPending }

    func wake() { events.wake() }

    func wait(milliseconds: Int32) { events.wait(milliseconds: milliseconds) }

    // MARK: Watches

    private func watchAll() throws(SystemError) {
      try watch("")
      for name in WatchedFolders.names { try watchTree(name) }
    }

    private func watch(_ folder: String) throws(SystemError) {
      let watch = inotify_add_watch(descriptor, root + "/" + folder, Self.mask | Self.onlyFolders)
      guard watch >= 0 else {
        // Gone again, or not ours to read: the listing says so.
        if errno == ENOENT || errno == ENOTDIR || errno == EACCES { return }
        throw SystemError("inotify_add_watch")
      }
      folders.withLock { $0[watch] = folder }
    }

    /// The watch comes before the look inside: what is made in between is seen by one of both.
    private func watchTree(_ folder: String) throws(SystemError) {
      try watch(folder)
      for name in Self.folders(in: root + "/" + folder) { try watchTree(folder + "/" + name) }
    }

    private static func folders(in path: String) -> [String] {
      guard let stream = opendir(path) else { return [] }
      defer { closedir(stream) }
      var names: [String] = []
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
        }
        guard name != ".", name != ".." else { continue }
        var status = stat()
        let isFolder =
          switch Int(entry.pointee.d_type) {
          case DT_DIR: true
          case DT_UNKNOWN: lstat(path + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
          default: false
          }
        if isFolder { names.append(name) }
      }
      return names
    }

    private func unwatchTree(_ folder: String) {
      folders.withLock { folders in
        for (watch, path) in folders where path == folder || path.hasPrefix(folder + "/") {
          inotify_rm_watch(descriptor, watch)
          folders[watch] = nil
        }
      }
    }

    // MARK: Events

    func take() -> [ChangeEvent] {
      var found: [ChangeEvent] = []
      var buffer = [UInt8](repeating: 0, count: 64 * 1024)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return found }
        buffer.withUnsafeBytes { bytes in
          var offset = 0
          while offset < count {
            let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
            let start = offset + MemoryLayout<inotify_event>.size
            offset = start + Int(event.len)
            found += changes(event, name: bytes[start..<offset].prefix { $0 != 0 })
          }
        }
      }
    }

    private func changes(_ event: inotify_event, name: Slice<UnsafeRawBufferPointer>) -> [ChangeEvent] {
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return rewatch() }
      if event.mask & UInt32(IN_IGNORED) != 0 {
        folders.withLock { $0[event.wd] = nil }
        return []
      }
      guard let folder = folders.withLock({ $0[event.wd] }) else { return [] }
      // A name that is no UTF-8 is refused by the listing of its folder.
      guard let name = String(validating: name, as: UTF8.self), !name.isEmpty else {
        return folder.isEmpty ? [] : [.settled(folder)]
      }
      guard !folder.isEmpty || WatchedFolders.names.contains(name) else { return [] }
      return change(event.mask, path: folder.isEmpty ? name : folder + "/" + name)
    }

    private func change(_ mask: UInt32, path: String) -> [ChangeEvent] {
      let isLink = mask & UInt32(IN_CREATE) != 0 && Self.isSymbolicLink(root + "/" + path)
      if mask & Self.isFolder != 0 || isLink {
        if mask & UInt32(IN_MOVED_FROM | IN_DELETE) != 0 { unwatchTree(path) }
        if mask & UInt32(IN_MOVED_TO | IN_CREATE) != 0 {
          do throws(SystemError) { try watchTree(path) } catch { return [.exhausted] }
        }
        return [.settled(path)]
      }
      let isUnfinished = mask & UInt32(IN_MODIFY | IN_CREATE) != 0 && mask & UInt32(IN_CLOSE_WRITE) == 0
      return [isUnfinished ? .touched(path) : .settled(path)]
    }

    private static func isSymbolicLink(_ path: String) -> Bool {
      var status = stat()
      return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// Events were lost, folders perhaps among them.
    private func rewatch() -> [ChangeEvent] {
      do throws(SystemError) { try watchAll() } catch { return [.exhausted] }
      return [.lost]
    }
  }
#endif
