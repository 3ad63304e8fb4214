/// Output paths in bytewise order, each once: what they name as files and, with that, as folders.
struct SortedPaths: Sendable {
  let paths: [OutputPath]

  /// - Precondition: `paths` are in ascending order.
  init(sorted paths: [OutputPath] = []) {
    self.paths = paths
  }

  /// The position of the file with exactly this path.
  func index(of path: [UInt8]) -> Int? {
    let index = lowerBound(path)
    return index < paths.count && paths[index].bytes == path ? index : nil
  }

  /// The first file that lies, at whatever depth, in the folder with this path.
  func firstFile(inFolder path: [UInt8]) -> OutputPath? {
    let prefix = path + [UInt8(ascii: "/")]
    let index = lowerBound(prefix)
    return index < paths.count && paths[index].bytes.starts(with: prefix) ? paths[index] : nil
  }

  /// Two that cannot both be files: a path twice, or one where the other needs a folder.
  ///
  /// All between a path and one in its folder start with that path. So a path that is not in the folder of its
  /// predecessor can be in that of another only where it parts from its predecessor with a `/`.
  var firstConflict: (OutputPath, OutputPath)? {
    for (path, next) in zip(paths, paths.dropFirst()) {
      let shared = path.bytes.sharedPrefix(with: next.bytes)
      if shared == next.bytes.count { return (path, next) }
      if next.bytes[shared] == UInt8(ascii: "/"), let other = index(of: Array(next.bytes[..<shared])) {
        return (paths[other], next)
      }
    }
    return nil
  }

  /// Those that are not among others.
  func subtracting(_ others: SortedPaths) -> [OutputPath] {
    var next = 0
    return paths.filter { path in
      while next < others.paths.count, others.paths[next] < path { next += 1 }
      return next == others.paths.count || others.paths[next] != path
    }
  }

  private func lowerBound(_ path: [UInt8]) -> Int {
    var range = 0..<paths.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if paths[middle].bytes.isBefore(path) {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return range.lowerBound
  }
}
