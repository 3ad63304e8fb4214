import CZlib

/// Compresses files in the gzip format (RFC 1952), the same bytes for the same input: without a time, a name and
/// the name of the system. Another version of zlib may compress otherwise.
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

  /// The compressed bytes; nil when zlib has no memory.
  static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    let windowWithGzipHeader: Int32 = 15 + 16
    guard
      deflateInit2_(
        &stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowWithGzipHeader, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    var header = gz_header()
    // 255: no word on the system; the time is 0, which is none.
    header.os = 255
    return withUnsafeMutablePointer(to: &header) { header in
      guard deflateSetHeader(&stream, header) == Z_OK else { return nil }
      return deflated(bytes, &stream)
    }
  }

  private static func deflated(_ bytes: [UInt8], _ stream: inout z_stream) -> [UInt8]? {
    let capacity = Int(deflateBound(&stream, UInt(bytes.count)))
    var isWhole = false
    let result = [UInt8](unsafeUninitializedCapacity: capacity) { room, count in
      bytes.withUnsafeBufferPointer { bytes in
        // zlib does not write into its input; its type only cannot say so.
        stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
        stream.avail_in = UInt32(bytes.count)
        stream.next_out = room.baseAddress
        stream.avail_out = UInt32(capacity)
        isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
        count = capacity - Int(stream.avail_out)
      }
    }
    return isWhole ? result : nil
  }
}
