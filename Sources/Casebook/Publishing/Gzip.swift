import CDeflate

/// Which files are worth a compressed one beside them.
enum Gzip {
  /// The endings of files that are worth it; pictures and databases are not, or are compressed already.
  static let endings: Set<String> = [
    "css", "csv", "geojson", "htm", "html", "js", "json", "map", "md", "mjs", "ndjson", "svg", "txt",
    "webmanifest",
    "xml",
  ]

  static func isWorthIt(_ path: String) -> Bool {
    guard let dot = path.lastIndex(of: ".") else { return false }
    return endings.contains(path[path.index(after: dot)...].lowercased())
  }
}

/// Compresses files in the gzip format (RFC 1952), one after the other, on one thread.
///
/// The same input gives the same bytes: libdeflate writes no time, no name and no system into the header. Another
/// version of it may compress otherwise.
final class GzipCompressor {
  /// The fastest, by far: docs/performance.md has the figures.
  private static let level: Int32 = 1

  /// Nil when there was no memory for it.
  private let compressor = libdeflate_alloc_compressor(level)

  deinit { libdeflate_free_compressor(compressor) }

  /// The room for a result, used again for the next one.
  private var room: [UInt8] = []
  /// In bytes. More is for the few large files alone, and is given back.
  private static let keptCapacity = 1 << 20

  /// The compressed bytes; nil when there is no memory.
  func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    guard let compressor else { return nil }
    // With so much room there always is a result.
    let bound = libdeflate_gzip_compress_bound(compressor, bytes.count)
    room.removeAll(keepingCapacity: true)
    room.append(contentsOf: repeatElement(0, count: bound))
    let count = room.withUnsafeMutableBytes {
      libdeflate_gzip_compress(compressor, bytes, bytes.count, $0.baseAddress, bound)
    }
    room.removeLast(bound - count)
    defer { if room.capacity > Self.keptCapacity { room = [] } }
    return room
  }
}
