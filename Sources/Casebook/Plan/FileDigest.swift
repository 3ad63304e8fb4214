import Crypto

/// The SHA-256 of a file's bytes (FIPS 180-4), kept in four words: a manifest holds one for every file.
struct FileDigest: Sendable, Hashable {
  private let words: SIMD4<UInt64>

  init(of bytes: UnsafeRawBufferPointer) {
    var hash = SHA256()
    hash.update(bufferPointer: bytes)
    self.init(hash.finalize())
  }

  init(_ digest: SHA256.Digest) {
    words = digest.withUnsafeBytes { bytes in
      SIMD4((0..<4).map { UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)) })
    }
  }

  /// From 64 lower-case hexadecimal digits; `nil` for anything else.
  init?(hexadecimal digits: ArraySlice<UInt8>) {
    guard digits.count == 64 else { return nil }
    var words = SIMD4<UInt64>()
    for (offset, digit) in digits.enumerated() {
      guard let value = Self.value(of: digit) else { return nil }
      words[offset / 16] = words[offset / 16] << 4 | value
    }
    self.words = words
  }

  func appendHexadecimal(to text: inout [UInt8]) {
    for index in 0..<4 {
      for shift in stride(from: 60, through: 0, by: -4) {
        text.append(Self.digits[Int(words[index] >> UInt64(shift) & 0xF)])
      }
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private static func value(of digit: UInt8) -> UInt64? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(digit - UInt8(ascii: "a") + 10)
    default: nil
    }
  }
}
