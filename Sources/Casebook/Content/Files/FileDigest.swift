import Crypto

/// The SHA-256 of a file's bytes (FIPS 180-4), without an allocation of its own: a manifest holds one for every file.
package struct FileDigest: Sendable, Hashable, BitwiseCopyable {
  // The 32 bytes in their order; four numbers, as Swift compares and hashes these by itself.
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var fourth: UInt64 = 0

  /// In place of one that is not known yet.
  init() {}

  init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { FileDigest(of: $0) }
  }

  init(of bytes: UnsafeRawBufferPointer) {
    var hash = SHA256()
    hash.update(bufferPointer: bytes)
    self.init(hash.finalize())
  }

  /// Of a file in pieces.
  init(ofPieces pieces: [[UInt8]]) {
    var hash = SHA256()
    for piece in pieces { piece.withUnsafeBytes { hash.update(bufferPointer: $0) } }
    self.init(hash.finalize())
  }

  init(_ digest: SHA256.Digest) {
    digest.withUnsafeBytes { bytes in withUnsafeMutableBytes(of: &self) { $0.copyMemory(from: bytes) } }
  }

  /// From 64 lower-case hexadecimal digits; `nil` for anything else.
  init?(hexadecimal digits: ArraySlice<UInt8>) {
    guard digits.count == 64 else { return nil }
    let isWhole = withUnsafeMutableBytes(of: &self) { bytes in
      for (offset, digit) in digits.enumerated() {
        guard let value = Self.value(of: digit) else { return false }
        bytes[offset / 2] = bytes[offset / 2] << 4 | value
      }
      return true
    }
    guard isWhole else { return nil }
  }

  func appendHexadecimal(to text: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { digits in
      withUnsafeBytes(of: self) { bytes in
        for (offset, byte) in bytes.enumerated() {
          digits[2 * offset] = Self.digit(byte >> 4)
          digits[2 * offset + 1] = Self.digit(byte & 0xF)
        }
      }
      text.append(contentsOf: digits)
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
