import Foundation

/// What a cache says of one file, where it stands in the cache.
struct SourceCacheEntry {
  /// What has the same length for every file.
  struct Fixed {
    let state: FileState
    let pathLength: Int
    let textLength: Int
    /// Where the body starts in the text, and on which line.
    let bodyStart: Int
    let bodyLine: Int
    /// A number and no truth value, for it is read before the entry is known to be whole.
    let oddness: UInt8
    let facts: TextFacts
  }

  private static let checksumOffset = MemoryLayout<Int>.size
  private static let fixedOffset = checksumOffset + MemoryLayout<Checksum>.size
  private static let pathOffset = fixedOffset + MemoryLayout<Fixed>.size

  /// The whole entry.
  let bytes: UnsafeRawBufferPointer
  /// Where it starts in the cache.
  let place: Int
  let fixed: Fixed

  /// How long the entry at a place is; nil where none can stand there.
  static func length(in bytes: UnsafeRawBufferPointer, at place: Int) -> Int? {
    guard bytes.count - place >= pathOffset else { return nil }
    let length = bytes.loadUnaligned(fromByteOffset: place, as: Int.self)
    guard length >= pathOffset, length <= bytes.count - place else { return nil }
    let fixed = bytes.loadUnaligned(fromByteOffset: place + fixedOffset, as: Fixed.self)
    guard fixed.pathLength >= 0, fixed.textLength >= 0, fixed.pathLength <= length,
      fixed.textLength <= length,
      fixed.pathLength + fixed.textLength <= length - pathOffset
    else { return nil }
    return length
  }

  /// - Parameter place: where `length` found an entry.
  init(in bytes: UnsafeRawBufferPointer, at place: Int) {
    let length = bytes.loadUnaligned(fromByteOffset: place, as: Int.self)
    self.bytes = UnsafeRawBufferPointer(rebasing: bytes[place..<place + length])
    self.place = place
    fixed = bytes.loadUnaligned(fromByteOffset: place + Self.fixedOffset, as: Fixed.self)
  }

  /// Below 0 where it stands before the path in the order of paths, 0 where it is of that path.
  func order(to path: String) -> Int {
    var path = path
    return path.withUTF8 { path in
      guard let other = path.baseAddress, let own = bytes.baseAddress else {
        return fixed.pathLength - path.count
      }
      let order = memcmp(own + Self.pathOffset, other, min(fixed.pathLength, path.count))
      return order == 0 ? fixed.pathLength - path.count : Int(order)
    }
  }

  /// False when it is not what was written.
  var isWhole: Bool {
    let checksum = bytes.loadUnaligned(fromByteOffset: Self.checksumOffset, as: Checksum.self)
    return checksum == Checksum(of: UnsafeRawBufferPointer(rebasing: bytes[Self.fixedOffset...]))
      && (0...fixed.textLength).contains(fixed.bodyStart)
  }

  var text: UnsafeRawBufferPointer {
    let start = Self.pathOffset + fixed.pathLength
    return UnsafeRawBufferPointer(rebasing: bytes[start..<start + fixed.textLength])
  }

  /// The front matter, as `YAMLTree` encodes it.
  var tree: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[(Self.pathOffset + fixed.pathLength + fixed.textLength)...])
  }

  /// The text as if it had just been read.
  ///
  /// - Parameter cache: which has the entry. The text is copied out of it when somebody asks for it.
  func source(path: String, in cache: SourceCache) -> SourceText {
    SourceText(path: path, isOddToYAML: fixed.oddness != 0) { [place] in cache.text(at: place) }
  }

  func body(of source: SourceText) -> Body {
    Body(
      source: source, range: fixed.bodyStart..<fixed.textLength, firstLine: fixed.bodyLine,
      facts: fixed.facts)
  }

  /// Appends an entry.
  ///
  /// - Parameters:
  ///   - path: under `content/`.
  ///   - body: of the document, whose source has the whole text.
  ///   - tree: its front matter, encoded.
  static func append(path: String, _ state: FileState, _ body: Body, tree: [UInt8], to bytes: inout [UInt8]) {
    let source = body.source
    let fixed = Fixed(
      state: state, pathLength: path.utf8.count, textLength: source.bytes.count,
      bodyStart: body.range.lowerBound,
      bodyLine: body.firstLine, oddness: source.isOddToYAML ? 1 : 0, facts: body.facts)
    var entry: [UInt8] = []
    entry.reserveCapacity(MemoryLayout<Fixed>.size + fixed.pathLength + fixed.textLength + tree.count)
    withUnsafeBytes(of: fixed) { entry += $0 }
    entry += path.utf8
    entry += source.bytes
    entry += tree
    withUnsafeBytes(of: fixedOffset + entry.count) { bytes += $0 }
    withUnsafeBytes(of: entry.withUnsafeBytes(Checksum.init)) { bytes += $0 }
    bytes += entry
  }
}
