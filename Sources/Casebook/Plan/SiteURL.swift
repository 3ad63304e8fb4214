import Mustache

/// The address of something in the site: a path from the site's root, in plain Unicode, not percent-encoded.
///
/// A page's path ends in `/`; a file's does not.
package struct SiteURL: Sendable, Hashable {
  package let path: String

  package init(_ path: String) {
    self.path = path
  }

  /// The same list on a later page; the first page has the list's own address.
  func page(_ number: Int) -> SiteURL {
    number == 1 ? self : SiteURL("\(path)page/\(number)/")
  }

  /// The address as an `href` below a sub-path, or as a whole one below a site's: percent-encoded (RFC 3986, section
  /// 2.1).
  package func href(below base: String) -> String {
    base + Self.percentEncoded(path)
  }

  /// Leaves the unreserved characters of RFC 3986 and `/`.
  static func percentEncoded(_ path: String) -> String {
    var path = path
    if path.withUTF8({ $0.firstIndex(from: 0, marked: marks) == $0.count }) { return path }
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }

  /// Marks all bytes that are not plain.
  @inline(__always)
  private static func marks(_ block: ByteBlock) -> ByteBlock.Marks {
    // Small letters, capital ones, and `-./0123456789`, which stand in a row.
    let plain =
      (block.marks(below: 0x7B) .& .!block.marks(below: 0x61))
      .| (block.marks(below: 0x5B) .& .!block.marks(below: 0x41))
      .| (block.marks(below: 0x3A) .& .!block.marks(below: 0x2D))
    return .!(plain .| block.marks(of: UInt8(ascii: "_")) .| block.marks(of: UInt8(ascii: "~")))
  }
}
