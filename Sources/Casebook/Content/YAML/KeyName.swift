import Foundation

/// The name of a declared key, with what finds it among the keys of a file.
struct KeyName: Sendable, Hashable {
  let text: String
  /// The same as bytes, which are compared with those of a file.
  private let bytes: [UInt8]
  let hash: UInt32

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
    hash = Self.hash(of: bytes)
  }

  /// True for the bytes of the name.
  func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { other.equals($0) }
  }

  /// FNV-1a, 32 bit.
  static func hash(of bytes: some Sequence<UInt8>) -> UInt32 {
    var hash = Self.hashOfNothing
    for byte in bytes { Self.add(byte, to: &hash) }
    return hash
  }

  /// What `add` starts from.
  static let hashOfNothing: UInt32 = 0x811C_9DC5

  @inline(__always)
  static func add(_ byte: UInt8, to hash: inout UInt32) { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
}

extension UnsafeBufferPointer<UInt8> {
  /// True for the bytes of a text.
  func equals(_ text: String) -> Bool {
    guard text.utf8.count == count else { return false }
    return text.utf8.withContiguousStorageIfAvailable { equals($0) } ?? elementsEqual(text.utf8)
  }

  /// True for the same bytes.
  @inline(__always)
  func equals(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count, let start = baseAddress, let otherStart = other.baseAddress else {
      return isEmpty && other.isEmpty
    }
    return memcmp(start, otherStart, count) == 0
  }
}
