import Casebook

/// Tells whether a page in the browser is the page of now, but for its style sheets, which are exchanged without
/// loading it again.
struct PageDigest: Equatable {
  /// In hexadecimal digits.
  let text: String

  /// - Parameters:
  ///   - bytes: the page as a build writes it.
  ///   - styleSheets: the addresses of the style sheets as pages write them; what differs in them does not count.
  ///   - fileChanges: counts the changes of files that the page may show.
  init(_ bytes: [UInt8], styleSheets: [String], fileChanges: Int) {
    // FNV-1a, 64 bits (RFC 9923).
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let addresses = styleSheets.map { Array($0.utf8) }
    var index = 0
    while index < bytes.count {
      // Addresses start with a slash, which is rare enough to look twice at each.
      if bytes[index] == UInt8(ascii: "/"), let length = Self.match(addresses, in: bytes, at: index) {
        index += length
      } else {
        add(bytes[index])
        index += 1
      }
    }
    withUnsafeBytes(of: fileChanges.littleEndian) { $0.forEach(add) }
    text = String(hash, radix: 16)
  }

  private static func match(_ addresses: [[UInt8]], in bytes: [UInt8], at index: Int) -> Int? {
    addresses.first { bytes[index...].starts(with: $0) }?.count
  }
}

extension LoadedSite {
  /// The addresses of the style sheets as pages write them.
  var styleSheets: [String] {
    templates.assets.filter { $0.name.hasSuffix(".css") }
      .map { $0.url.href(below: archive.site.baseURL.path) }
  }
}
