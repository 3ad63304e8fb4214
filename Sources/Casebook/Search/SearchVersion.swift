/// A hash of all that the index is made from, which its addresses have behind a `?`: a browser that has kept a file of
/// the index from before never reads it together with a new one, whose documents have other numbers.
struct SearchVersion {
  /// Changes with the form of the files.
  private static let form: UInt64 = 1

  private var hash: UInt64 = Self.form

  init(_ archive: Archive, _ documents: [SearchDocument]) {
    for document in documents {
      for name in archive.searchNames(of: document) { add(name) }
      if let body = archive.searchBody(of: document) {
        add(body.source.path)
        withUnsafeBytes(of: body.facts.front) { add($0) }
        withUnsafeBytes(of: body.facts.body) { add($0) }
      }
    }
  }

  var text: String { String(hash, radix: 36) }

  private mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// Takes eight bytes at a time.
  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    mix(UInt64(bytes.count))
    let whole = bytes.count & ~7
    for offset in stride(from: 0, to: whole, by: 8) {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    }
    mix(bytes[whole...].reduce(0) { $0 << 8 | UInt64($1) })
  }

  private mutating func mix(_ word: UInt64) {
    let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    hash = product ^ (product >> 29)
  }
}
