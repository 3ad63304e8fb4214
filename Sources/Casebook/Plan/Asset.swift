/// A file under `templates/assets/`, published under a name that changes with its bytes.
package struct Asset: Sendable {
  /// Its path from the archive's root.
  package let source: String
  /// Its path under `templates/assets/`.
  package let name: String
  package let bytes: [UInt8]
  /// `/assets/<name>.<hash>.<ext>`: a browser may keep it for ever.
  package let url: SiteURL

  init(source: String, name: String, bytes: [UInt8]) {
    self.source = source
    self.name = name
    self.bytes = bytes
    var digits: [UInt8] = []
    bytes.withUnsafeBytes { FileDigest(of: $0).appendHexadecimal(to: &digits) }
    let hash = String(decoding: digits.prefix(10), as: UTF8.self)
    let fileStart = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    let dot = name[fileStart...].lastIndex(of: ".") ?? name.endIndex
    url = SiteURL("/assets/\(name[..<dot]).\(hash)\(name[dot...])")
  }
}
