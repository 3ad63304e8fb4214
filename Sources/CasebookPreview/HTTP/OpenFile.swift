import Foundation

/// A regular file that is open for reading; it is closed with the last reference to it.
final class OpenFile: Sendable {
  /// In bytes, when it was opened.
  let length: Int
  private let descriptor: Int32

  /// Opens a file inside a folder; nil when there is none, or when it is not inside once links are followed.
  ///
  /// - Parameters:
  ///   - path: from the folder.
  ///   - folder: the folder's path in the file system.
  init?(_ path: String, inside folder: String) {
    guard let root = Self.realPath(folder), let real = Self.realPath(folder + "/" + path),
      real.hasPrefix(root + "/")
    else { return nil }
    // Links were followed above: a last part that is one by now was exchanged since. A pipe must not hold us up.
    let descriptor = open(real, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    length = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Appends bytes at an offset; false when there are fewer than that.
  func read(_ range: Range<Int>, into bytes: inout [UInt8]) -> Bool {
    var buffer = [UInt8](repeating: 0, count: range.count)
    var count = 0
    while count < range.count {
      let got = buffer.withUnsafeMutableBytes { target in
        pread(
          descriptor, target.baseAddress.map { $0 + count }, range.count - count,
          off_t(range.lowerBound + count))
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return false }
      count += got
    }
    bytes += buffer
    return true
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
