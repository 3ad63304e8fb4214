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

  private func lowerBound(_ path: [UInt8]) -> Int {
    var range = 0..<paths.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if paths[middle].bytes.lexicographicallyPrecedes(path) {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return range.lowerBound
  }
}
