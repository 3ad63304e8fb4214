import Foundation

/// The texts of `content/` as an earlier build read them, each with its front matter as a YAML tree: what is in it needs
/// neither to be opened nor to be parsed again.
///
/// A text is taken from here when its file is in the very state in which it was read, or has the very same bytes. Values are
/// read from the tree anew each time, so that every finding is made by the code that a first build runs. The text itself
/// stays here until somebody asks for it, and so do a notice's details (`KeptNoticeDetails`).
///
/// ```
/// head, hash of the kinds of data that the archive knew, then for each file in the order of the paths
///   length of all that follows of this file, CRC-32 of all behind itself, SourceCacheEntry.Fixed, path, text, tree
/// ```
///
/// Numbers are as the machine has them, for no other machine reads them; the caller asks whether the program is the same.
package final class SourceCache: Sendable {
  static let head = Array("casebook sources 4\n".utf8)

  private let bytes: Data
  /// Where the entries start.
  private let places: [Int]
  /// Of the kinds of data with which its documents were read.
  let dataKinds: SourceHash

  /// The number of texts in it.
  package var count: Int { places.count }

  /// Opens a cache; nil where there is none, or it is no cache of this form and program.
  ///
  /// - Parameters:
  ///   - file: its place in the file system.
  ///   - program: what tells the programs apart that could have written it.
  init?(_ file: String, program: [UInt8]) {
    guard let bytes = try? Data(contentsOf: URL(filePath: file), options: .alwaysMapped),
      let (dataKinds, places) = Self.contents(of: bytes, behind: Self.head + program)
    else { return nil }
    self.bytes = bytes
    self.dataKinds = dataKinds
    self.places = places
  }

  private static func contents(
    of bytes: Data, behind head: [UInt8]
  ) -> (dataKinds: SourceHash, places: [Int])? {
    let start = head.count + MemoryLayout<SourceHash>.size
    guard bytes.starts(with: head), bytes.count >= start else { return nil }
    return bytes.withUnsafeBytes { bytes in
      var places: [Int] = []
      var position = start
      while position < bytes.count {
        guard let length = SourceCacheEntry.length(in: bytes, at: position) else { return nil }
        places.append(position)
        position += length
      }
      return (bytes.loadUnaligned(fromByteOffset: head.count, as: SourceHash.self), places)
    }
  }

  /// - Parameter place: of an entry that was found whole.
  func text(at place: Int) -> [UInt8] { withEntry(at: place) { Array($0.text) } }

  /// Calls a function with an entry that was found whole before.
  func withEntry<Result>(at place: Int, _ read: (SourceCacheEntry) -> Result) -> Result {
    bytes.withUnsafeBytes { read(SourceCacheEntry(in: $0, at: place)) }
  }

  /// Calls a function with what is known of a file; nil where nothing is, or it is damaged.
  func withEntry<Result>(of path: String, _ read: (SourceCacheEntry) -> Result?) -> Result? {
    var next = 0
    return withEntry(of: path, &next, read)
  }

  /// The same for who asks for one file after the other.
  ///
  /// - Parameter next: which entry is looked at first; then the one behind that which was found.
  func withEntry<Result>(
    of path: String, _ next: inout Int, _ read: (SourceCacheEntry) -> Result?
  ) -> Result? {
    bytes.withUnsafeBytes { bytes -> Result? in
      guard let index = index(of: path, near: next, in: bytes) else { return nil }
      next = index + 1
      let entry = SourceCacheEntry(in: bytes, at: places[index])
      return entry.isWhole ? read(entry) : nil
    }
  }

  private func index(of path: String, near next: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
    func order(_ index: Int) -> Int { SourceCacheEntry(in: bytes, at: places[index]).order(to: path) }
    if next < places.count, order(next) == 0 { return next }
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      switch order(middle) {
      case 0: return middle
      case ..<0: low = middle + 1
      default: high = middle
      }
    }
    return nil
  }
}
