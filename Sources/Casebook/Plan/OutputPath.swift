import Mustache

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The path of a file inside the output folder; no value of this type leads out of it.
///
/// It is held as bytes, because that is how file systems, the manifest's order and equality see it: two
/// strings that Unicode holds to be the same can be two files.
package struct OutputPath: Sendable, Hashable {
  /// `/`-separated UTF-8 without a leading or trailing `/`.
  package let bytes: [UInt8]

  /// The longest path in bytes: PATH_MAX of macOS without its NUL, the shortest of the systems we run on.
  static let maximumLength = 1023
  /// The longest component in bytes: NAME_MAX of every usual file system.
  static let maximumComponentLength = 255

  /// A path relative to the output folder such as `incidents/2024-217/index.html`.
  ///
  /// `nil` where it is empty, absolute, too long, has an empty, `.` or `..` component or a control
  /// character, or is at or under `manifest.json`, which belongs to the publisher.
  package init?(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  /// The file that a web server sends for a URL path: `/incidents/2024-217/` is
  /// `incidents/2024-217/index.html`, `/feed.xml` is `feed.xml`. Not percent-encoded.
  package init?(urlPath: String) {
    guard urlPath.utf8.first == UInt8(ascii: "/") else { return nil }
    var bytes: [UInt8] = []
    var path = urlPath
    path.withUTF8 { path in
      bytes.reserveCapacity(path.count + Self.indexName.count)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: path.dropFirst()))
      if path.last == UInt8(ascii: "/") { bytes.append(contentsOf: Self.indexName) }
    }
    self.init(bytes: bytes)
  }

  private static let indexName = Array(SiteURL.indexName.utf8)

  init?(bytes: [UInt8]) {
    guard Self.isInside(bytes[...]) else { return nil }
    self.bytes = bytes
  }

  /// True for bytes that are such a path.
  static func isInside(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.withUnsafeBufferPointer(isInside) }

  private static func isInside(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= maximumLength else { return false }
    var start = 0
    while start <= bytes.count {
      let end = bytes.firstIndex(ofByte: UInt8(ascii: "/"), from: start) ?? bytes.count
      let component = bytes[start..<end]
      guard isComponent(component), start > 0 || !component.elementsEqual(Manifest.fileName) else {
        return false
      }
      start = end + 1
    }
    return isText(bytes)
  }

  /// True for UTF-8 without a control character.
  private static func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0
    // Most are ASCII, and have nothing that is marked.
    for byte in bytes[bytes.firstIndex(from: 0, marked: marks)...] {
      guard !isControl(byte, after: previous) else { return false }
      previous = byte
    }
    return previous == 0 || UTF8Check.isValid(bytes)
  }

  /// Marks ASCII's control characters, and all bytes of other characters than those of ASCII.
  @inline(__always)
  private static func marks(_ block: ByteBlock) -> ByteBlock.Marks {
    block.marks(below: 0x20) .| block.marks(of: 0x7F) .| .!block.marks(below: 0x80)
  }

  private static func isComponent(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard !bytes.isEmpty, bytes.count <= maximumComponentLength else { return false }
    return bytes.count > 2 || !bytes.allSatisfy { $0 == UInt8(ascii: ".") }
  }

  /// Unicode's category Cc: C0, DEL and, as two bytes of UTF-8, C1.
  private static func isControl(_ byte: UInt8, after previous: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || (previous == 0xC2 && byte < 0xA0)
  }
}

extension OutputPath: Comparable {
  /// Bytewise, as `LC_ALL=C sort` does.
  package static func < (left: OutputPath, right: OutputPath) -> Bool {
    left.bytes.isBefore(right.bytes)
  }
}

extension [UInt8] {
  /// How many bytes at the start are the same.
  func sharedPrefix(with other: [UInt8]) -> Int {
    withUnsafeBufferPointer { left in
      other.withUnsafeBufferPointer { right in
        let limit = Swift.min(left.count, right.count)
        var length = 0
        while length < limit, left[length] == right[length] { length += 1 }
        return length
      }
    }
  }

  /// The order of the bytes, which C compares many at a time.
  func isBefore(_ other: [UInt8]) -> Bool {
    let order = withUnsafeBufferPointer { left in
      other.withUnsafeBufferPointer { right -> Int32 in
        guard let left = left.baseAddress, let right = right.baseAddress else { return 0 }
        return memcmp(left, right, Swift.min(count, other.count))
      }
    }
    return order == 0 ? count < other.count : order < 0
  }
}

extension OutputPath: CustomStringConvertible {
  package var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension OutputPath {
  /// The folders above it, the outermost last, as paths relative to the output.
  var folders: some Sequence<ArraySlice<UInt8>> {
    bytes.indices.reversed().lazy.filter { bytes[$0] == UInt8(ascii: "/") }.map { bytes[..<$0] }
  }
}
